'use client'

import { Button } from '@mantine/core'
import { IconGitBranch } from '@tabler/icons-react'
import Link from 'next/link'
import { useCan } from '../../shell/index.ts'
import { openDialog } from '../dialogs/dialog-store.ts'
import { usePrompt } from '../prompt-context.tsx'
import classes from './commit-panel.module.css'
import type { Refusal } from './commit-refusal.ts'

/** Why there is no commit here, with the button that does what to do instead. */
export function RefusalNotice({ refusal, onClose }: { refusal: Refusal; onClose: () => void }) {
  return (
    <div className={classes.notice} role="alert">
      <p>{refusal.reason}</p>
      <RemedyAction remedy={refusal.remedy} onClose={onClose} />
    </div>
  )
}

function RemedyAction({ remedy, onClose }: { remedy: Refusal['remedy']; onClose: () => void }) {
  const { branch, home } = usePrompt()
  const mayOpen = useCan('branch.create')
  if (remedy === 'RESTORE') {
    return (
      <Button component={Link} size="xs" href={`${home}/settings`}>
        Open the settings
      </Button>
    )
  }
  if (remedy === 'RESOLVE') {
    return (
      <Button size="xs" variant="filled" onClick={onClose} data-autofocus>
        Go to the text
      </Button>
    )
  }
  if (!mayOpen || remedy === null) return null
  const isHotfix = remedy === 'HOTFIX_BRANCH'
  return (
    <>
      <p className={classes.hint}>
        Your text and your message can go along; from there a change request brings them into {branch.name}.
      </p>
      <Button
        size="xs"
        variant="filled"
        leftSection={<IconGitBranch size={14} aria-hidden />}
        onClick={() =>
          openDialog({
            kind: 'create-branch',
            from: branch.name,
            type: isHotfix ? 'HOTFIX' : 'FEATURE',
            carry: true,
          })
        }
      >
        {isHotfix ? 'Open a hotfix branch with this text…' : 'Put it on a branch…'}
      </Button>
    </>
  )
}
