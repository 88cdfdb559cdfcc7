import { Tooltip } from '@mantine/core'
import { IconGitMerge, IconGitPullRequest, IconLock } from '@tabler/icons-react'
import Link from 'next/link'
import { Avatar, AvatarStack, RelativeTime, stateLook } from '../../../../ui/index.ts'
import { usePromptShell } from '../../prompt-context.tsx'
import { refOf } from '../../ref-of.ts'
import { addressOnBranch } from '../branch-address.ts'
import type { BranchRow } from '../branch-query.ts'
import classes from '../branches-page.module.css'
import { BranchMenu } from './branch-menu.tsx'
import { DistanceBars } from './distance-bars.tsx'

/** One branch: its name and state, what was done last, how far from its target, who is there, what it is up to. */
export function BranchTableRow({ branch, longest }: { branch: BranchRow; longest: number }) {
  const { home } = usePromptShell()
  const { head, openChangeRequest: request } = branch
  return (
    <tr className={classes.row}>
      <td className={classes.main}>
        <BranchName branch={branch} />
      </td>
      <td className={classes.last}>
        {head ? (
          <span className={classes.commit}>
            <Avatar person={head.committer} size={20} />
            <span className={classes.words}>
              <Link href={`${home}/commits/${refOf(head)}`} className={classes.message} title={head.message}>
                {head.message}
              </Link>
              <span className={classes.facts}>
                <code>{refOf(head)}</code> <RelativeTime at={head.createdAt} />
              </span>
            </span>
          </span>
        ) : (
          <span className={classes.facts}>No commit yet</span>
        )}
      </td>
      <td className={classes.distance}>
        {branch.type !== 'MAIN' && (
          <DistanceBars
            ahead={branch.ahead}
            behind={branch.behind}
            target={branch.target?.name ?? 'main'}
            longest={longest}
          />
        )}
      </td>
      <td className={classes.people}>
        {branch.editors.length > 0 && <AvatarStack people={branch.editors} size={20} max={4} />}
      </td>
      <td className={classes.request}>
        {request && (
          <Link href={`${home}/changes/${request.number}`} className={classes.requestLink}>
            <IconGitPullRequest size={14} stroke={1.75} aria-hidden />#{request.number}
          </Link>
        )}
      </td>
      <td className={classes.menu}>
        <BranchMenu branch={branch} />
      </td>
    </tr>
  )
}

function BranchName({ branch }: { branch: BranchRow }) {
  const { home, branchName } = usePromptShell()
  const { icon: Icon, word, meaning } = stateLook('branchType', branch.type)
  return (
    <span className={classes.name}>
      <Tooltip label={`${word}: ${meaning.replace(/^./, (letter) => letter.toLowerCase())}`}>
        <Icon size={16} stroke={1.75} className={classes.icon} role="img" aria-label={word} />
      </Tooltip>
      <Link
        href={addressOnBranch(home, home, branch.name)}
        className={classes.nameLink}
        aria-current={branch.name === branchName ? 'true' : undefined}
        title={branch.name}
        data-row
      >
        {branch.name}
      </Link>
      {branch.protected && (
        <Tooltip label="Protected: takes commits by change request only">
          <IconLock size={14} className={classes.icon} role="img" aria-label="Protected" />
        </Tooltip>
      )}
      {branch.merging && (
        <Tooltip label={`${branch.merging.name} is being merged in; its conflicts wait in the live text`}>
          <span className={classes.merging}>
            <IconGitMerge size={12} aria-hidden />
            merging
          </span>
        </Tooltip>
      )}
    </span>
  )
}
