'use client'

import { Combobox, Skeleton, TextInput, useCombobox } from '@mantine/core'
import { IconCheck, IconLock, IconPlus } from '@tabler/icons-react'
import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { counted } from '../../../lib/counted.ts'
import { AvatarStack, ErrorState, stateLook } from '../../../ui/index.ts'
import { useCan } from '../../shell/index.ts'
import { addressOnBranch, MAIN } from '../branches/branch-address.ts'
import { prefixOf } from '../branches/branch-draft.ts'
import type { BranchRow } from '../branches/branch-query.ts'
import { distanceText } from '../branches/branch-words.ts'
import { useBranches } from '../branches/use-branches.ts'
import { openDialog } from '../dialogs/dialog-store.ts'
import { usePromptShell } from '../prompt-context.tsx'
import classes from './branch-switcher.module.css'
import { findBranches } from './found-branches.ts'

/** No branch is called so. */
const CREATE = '+'

/** Search and list of the branches; the arrows move, Enter goes there. */
export function BranchChoice({ close }: { close: () => void }) {
  const { branchName, branch, prompt, home, href } = usePromptShell()
  const pathname = usePathname()
  const router = useRouter()
  const mayOpen = useCan('branch.create') && prompt.archivedAt === null
  const [search, setSearch] = useState('')
  const combobox = useCombobox()
  const { branches, failure, refresh } = useBranches()
  const found = findBranches(branches ?? [], search)
  const create = mayOpen ? found.create : null
  // Enter takes what was searched, or stays where one is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: again whenever the list changes
  useEffect(() => {
    if (search.trim() === '') combobox.selectActiveOption()
    else combobox.selectFirstOption()
  }, [search, branches === null])

  const openNew = (name?: typeof create): void => {
    close()
    openDialog({
      kind: 'create-branch',
      from: branch ? branchName : MAIN,
      carry: branch !== null,
      type: name?.type,
      name: name?.rest,
    })
  }
  const submit = (value: string): void => {
    if (value === CREATE) {
      openNew(create)
      return
    }
    close()
    if (value !== branchName || !branch) router.push(addressOnBranch(home, decodeURI(pathname), value))
  }

  return (
    <Combobox store={combobox} onOptionSubmit={submit}>
      <div className={classes.search}>
        <Combobox.EventsTarget>
          <TextInput
            aria-label="Find a branch"
            placeholder="Find a branch"
            data-autofocus
            autoComplete="off"
            spellCheck={false}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        </Combobox.EventsTarget>
      </div>
      {failure && !branches && (
        <ErrorState inline title="The branches could not be loaded" message={failure} retry={refresh} />
      )}
      {!branches && !failure && <Loading />}
      <Combobox.Options className={classes.options} aria-label="Branches">
        {found.branches.map((row) => (
          <Combobox.Option
            key={row.id}
            value={row.name}
            active={row.name === branchName}
            className={classes.option}
            aria-label={spoken(row)}
          >
            <Choice row={row} current={row.name === branchName} />
          </Combobox.Option>
        ))}
        {branches && found.branches.length === 0 && !create && (
          <Combobox.Empty>No branch of that name</Combobox.Empty>
        )}
        {create && (
          <Combobox.Option value={CREATE} className={classes.option}>
            <span className={classes.choice}>
              <IconPlus size={16} stroke={1.75} aria-hidden />
              <span className={classes.choiceName}>
                Open{' '}
                <strong>
                  {prefixOf(create.type)}
                  {create.rest}
                </strong>{' '}
                from {branch ? branchName : MAIN}
              </span>
            </span>
          </Combobox.Option>
        )}
      </Combobox.Options>
      <div className={classes.foot}>
        {mayOpen && (
          <button type="button" className={classes.footAction} onClick={() => openNew()}>
            <IconPlus size={14} stroke={1.75} aria-hidden />
            New branch…
          </button>
        )}
        <Link className={classes.footAction} href={href('/branches')} onClick={close}>
          All branches{branches ? ` (${branches.length})` : ''}
        </Link>
      </div>
    </Combobox>
  )
}

function Choice({ row, current }: { row: BranchRow; current: boolean }) {
  const { icon: Icon } = stateLook('branchType', row.type)
  return (
    <span className={classes.choice}>
      <Icon size={16} stroke={1.75} aria-hidden />
      <span className={classes.choiceName} title={row.name}>
        {row.name}
      </span>
      {row.protected && <IconLock size={12} className={classes.quiet} aria-hidden />}
      <span className={classes.side}>
        {row.editors.length > 0 && <AvatarStack people={row.editors} size={20} max={3} />}
        {(row.ahead > 0 || row.behind > 0) && (
          <span className={classes.distance} aria-hidden>
            {row.ahead > 0 && <span>↑{row.ahead}</span>}
            {row.behind > 0 && <span>↓{row.behind}</span>}
          </span>
        )}
        {current && <IconCheck size={16} className={classes.check} aria-hidden />}
      </span>
    </span>
  )
}

/** What a screen reader says of a branch. */
function spoken(row: BranchRow): string {
  const facts = [row.name, stateLook('branchType', row.type).word]
  if (row.protected) facts.push('protected')
  if (row.type !== 'MAIN') facts.push(distanceText(row.ahead, row.behind, row.target?.name ?? 'main'))
  if (row.editors.length > 0) facts.push(`${counted(row.editors.length, 'person', 'people')} here`)
  return facts.join(', ')
}

function Loading() {
  return (
    <div className={classes.loading} role="status" aria-label="Loading the branches">
      {['44%', '62%', '53%'].map((width) => (
        <Skeleton key={width} height={12} width={width} my={11} />
      ))}
    </div>
  )
}
