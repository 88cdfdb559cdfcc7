import { normalizeTag } from '@incipit/library'
import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { counted } from '../../../lib/counted.ts'
import { FormFailure, Modal, showToast, stateLook } from '../../../ui/index.ts'
import { useTagChanges } from '../hooks/use-tag-changes.ts'
import type { Tag } from '../hooks/use-tags.ts'
import { isTagCategory, TAG_CATEGORIES } from '../tag-filter.ts'
import classes from './tag-section.module.css'

interface EditTagDialogProps {
  /** `null` while none is edited. */
  tag: Tag | null
  close: () => void
  changed: () => void
}

/** Renames a tag wherever it is carried, and says what it speaks about. */
export function EditTagDialog({ tag, close, changed }: EditTagDialogProps) {
  return (
    <Modal opened={tag !== null} onClose={close} title={`Edit ${tag?.name ?? 'tag'}`} size={440}>
      {tag && <EditTagForm key={tag.id} tag={tag} close={close} changed={changed} />}
    </Modal>
  )
}

function EditTagForm({ tag, close, changed }: EditTagDialogProps & { tag: Tag }) {
  const { saveTag, busy, failure } = useTagChanges(changed)
  const [typed, setTyped] = useState(tag.name)
  const [category, setCategory] = useState(tag.category)
  const name = normalizeTag(typed)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (await saveTag({ id: tag.id, name, category })) return
    close()
    showToast({ message: name === tag.name ? `${name} saved` : `${tag.name} is called ${name} now` })
  }

  return (
    <form onSubmit={submit} className={classes.dialog}>
      <TextInput
        label="Name"
        maxLength={50}
        data-autofocus
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={failure?.fields.name}
        description={
          name !== typed
            ? `Written as ${name || 'letters and digits'}`
            : `${counted(tag.usageCount, 'prompt')} will show it`
        }
      />
      <NativeSelect
        label="Kind"
        value={category}
        onChange={({ currentTarget: { value } }) => isTagCategory(value) && setCategory(value)}
        data={TAG_CATEGORIES.map((value) => ({
          value,
          label: `${stateLook('tagCategory', value).word} – ${stateLook('tagCategory', value).meaning.toLowerCase()}`,
        }))}
        error={failure?.fields.category}
      />
      <FormFailure
        message={
          failure?.kind === 'conflict'
            ? `${failure.summary} To make them one, select both and merge.`
            : failure?.summary
        }
      />
      <Group justify="flex-end" gap={8}>
        <Button onClick={close}>Cancel</Button>
        <Button
          type="submit"
          variant="filled"
          loading={busy}
          disabled={name === '' || (name === tag.name && category === tag.category)}
        >
          Save
        </Button>
      </Group>
    </form>
  )
}
