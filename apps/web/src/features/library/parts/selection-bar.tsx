import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { IconArchive, IconTag, IconX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { counted } from '../../../lib/counted.ts'
import { confirm, KeyHint } from '../../../ui/index.ts'
import { useCan } from '../../shell/index.ts'
import { useBulk } from '../hooks/use-bulk.ts'
import type { PromptRow } from '../library-prompts-query.ts'
import classes from './selection-bar.module.css'

interface SelectionBarProps {
  selected: readonly PromptRow[]
  clear: () => void
  done: () => void
}

/** What can be done with the selected prompts; there while something is selected. */
export function SelectionBar({ selected, clear, done }: SelectionBarProps) {
  const { busy, archiveAll, tagAll } = useBulk(done)
  const [tagging, setTagging] = useState(false)
  const mayTag = useCan('prompt.update')
  const mayArchive = useCan('prompt.archive')
  if (selected.length === 0) return null

  async function archive() {
    const agreed = await confirm({
      title: `Archive ${counted(selected.length, 'prompt')}?`,
      text: 'Archived prompts are out of use and leave the list. Their history stays; an admin can restore them.',
      confirm: 'Archive',
    })
    if (!agreed) return
    clear()
    await archiveAll(selected)
  }

  function tag(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget).get('tag'))
    setTagging(false)
    if (typed.trim()) void tagAll(selected, typed)
  }

  return (
    <div className={classes.bar} role="toolbar" aria-label="Selection">
      <span className={classes.count}>{selected.length} selected</span>
      {mayTag && (
        <Popover opened={tagging} onChange={setTagging} position="top" trapFocus>
          <Popover.Target>
            <Button
              variant="subtle"
              leftSection={<IconTag size={16} />}
              loading={busy}
              onClick={() => setTagging(!tagging)}
            >
              Add tag
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <form onSubmit={tag} className={classes.tag}>
              <TextInput name="tag" aria-label="Tag" placeholder="Tag" maxLength={50} data-autofocus />
              <Button type="submit">Add</Button>
            </form>
          </Popover.Dropdown>
        </Popover>
      )}
      {mayArchive && (
        <Button
          variant="subtle"
          leftSection={<IconArchive size={16} />}
          loading={busy}
          onClick={() => void archive()}
        >
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
  )
}
