import { ActionIcon, Button, Menu } from '@mantine/core'
import {
  IconArchive,
  IconDots,
  IconFolderSymlink,
  IconProgressCheck,
  IconTag,
  IconUser,
  IconX,
} from '@tabler/icons-react'
import { useState } from 'react'
import { counted } from '../../../lib/counted.ts'
import { confirm, KeyHint, showToast } from '../../../ui/index.ts'
import { useCan } from '../../shell/index.ts'
import type { BulkChange } from '../bulk-change.ts'
import { type BulkRun, useBulk } from '../hooks/use-bulk.ts'
import type { PromptRow } from '../library-prompts-query.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import classes from './selection-bar.module.css'

interface SelectionBarProps {
  selected: readonly PromptRow[]
  clear: () => void
  done: () => void
}

/** What a dialog asks about before the change is made. */
export type BulkKind = Exclude<BulkChange['kind'], 'archive'>

/** What can be done with the selected prompts; there while something is selected, and until its result was read. */
export function SelectionBar({ selected, clear, done }: SelectionBarProps) {
  const bulk = useBulk()
  const [asked, setAsked] = useState<{ kind: BulkKind; rows: readonly PromptRow[] } | null>(null)
  const mayUpdate = useCan('prompt.update')
  const mayArchive = useCan('prompt.archive')
  const mayRestore = useCan('prompt.restore')

  async function make(rows: readonly PromptRow[], change: BulkChange) {
    const run = await bulk.start(rows, change)
    done()
    if (run.changed.length > 0) clear()
    if (run.refused.length > 0 || run.state === 'cancelled') return
    setAsked(null)
    bulk.forget()
    const mayUndo = change.kind === 'archive' ? mayRestore : change.kind !== 'status'
    const undo = async () => {
      const back = await bulk.undo(run.changed, change)
      if (back.refused.length === 0) bulk.forget()
      done()
    }
    showToast({
      message: resultOf(run, change),
      undo: mayUndo && run.changed.length > 0 ? () => void undo() : undefined,
    })
  }

  async function archive() {
    const rows = selected
    const agreed = await confirm({
      title: `Archive ${counted(rows.length, 'prompt')}?`,
      text: 'Archived prompts are out of use and leave the list. Their history stays; an admin can restore them.',
      confirm: 'Archive',
    })
    if (agreed) await make(rows, { kind: 'archive' })
  }

  const ask = (kind: BulkKind) => setAsked({ kind, rows: selected })
  const dialog = (
    <BulkDialog
      asked={asked}
      run={bulk.run}
      stop={bulk.stop}
      make={(change) => asked && void make(asked.rows, change)}
      close={() => {
        setAsked(null)
        bulk.forget()
      }}
    />
  )
  return (
    <>
      {selected.length > 0 && (
        <div className={classes.bar} role="toolbar" aria-label="Selection">
          <span className={classes.count}>{selected.length} selected</span>
          {mayUpdate && (
            <>
              <Button variant="subtle" leftSection={<IconTag size={16} />} onClick={() => ask('tags')}>
                Tags…
              </Button>
              <Button
                variant="subtle"
                leftSection={<IconProgressCheck size={16} />}
                onClick={() => ask('status')}
              >
                Status…
              </Button>
              <Menu position="top">
                <Menu.Target>
                  <ActionIcon size={32} aria-label="More to change">
                    <IconDots size={16} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item leftSection={<IconUser size={16} />} onClick={() => ask('owner')}>
                    Owner…
                  </Menu.Item>
                  <Menu.Item leftSection={<IconFolderSymlink size={16} />} onClick={() => ask('move')}>
                    Category and subcategory…
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </>
          )}
          {mayArchive && (
            <Button variant="subtle" leftSection={<IconArchive size={16} />} onClick={() => void archive()}>
              Archive
            </Button>
          )}
          <span className={classes.hint}>
            <KeyHint keys="escape" />
          </span>
          <ActionIcon aria-label="Clear the selection" onClick={clear}>
            <IconX size={16} />
          </ActionIcon>
        </div>
      )}
      {dialog}
    </>
  )
}

const DONE: Record<BulkChange['kind'], string> = {
  tags: 'tagged anew',
  owner: 'with another owner',
  move: 'moved',
  status: 'moved on',
  archive: 'archived',
}

function resultOf({ changed, unchanged }: BulkRun, { kind }: BulkChange): string {
  if (changed.length === 0) return `Nothing to change: ${counted(unchanged, 'prompt')} so already`
  const rest = unchanged > 0 ? `, ${unchanged.toLocaleString('en-GB')} so already` : ''
  return `${counted(changed.length, 'prompt')} ${DONE[kind]}${rest}`
}
