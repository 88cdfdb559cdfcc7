import { validateName } from '@incipit/library'
import { Button, Group, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { counted } from '../../../lib/counted.ts'
import { FormFailure, Modal, showToast } from '../../../ui/index.ts'
import type { Subcategory } from '../hooks/use-categories.ts'
import { useCategoryChanges } from '../hooks/use-category-changes.ts'
import classes from './category-list.module.css'

interface EditSubcategoryDialogProps {
  category: string
  /** `null` while none is edited. */
  place: Subcategory | null
  close: () => void
  changed: () => void
  renamed: (name: string) => void
}

/** Describes a subcategory, and renames one of the library's own while no prompt has it in its key. */
export function EditSubcategoryDialog({ place, ...rest }: EditSubcategoryDialogProps) {
  const title = place ? `Subcategory ${place.name} of ${rest.category}` : 'Subcategory'
  return (
    <Modal opened={place !== null} onClose={rest.close} title={title} size={440}>
      {place && <EditSubcategoryForm place={place} {...rest} />}
    </Modal>
  )
}

function EditSubcategoryForm({
  category,
  place,
  close,
  changed,
  renamed,
}: EditSubcategoryDialogProps & { place: Subcategory }) {
  const { saveSubcategory, busy, failure } = useCategoryChanges(category, changed)
  const [name, setName] = useState(place.name)
  const [description, setDescription] = useState(place.description)
  const fixed = whyFixed(place)
  const isRenamed = name !== place.name
  const check = validateName(name)
  const problem = isRenamed && !check.ok ? check.message : failure?.fields.newName
  const isChanged = isRenamed || description !== place.description

  async function submit(event: FormEvent) {
    event.preventDefault()
    const change = { ...(isRenamed && { newName: name }), description }
    if (await saveSubcategory(place.name, change)) return
    close()
    if (isRenamed) renamed(name)
    showToast({
      message: isRenamed
        ? `${category}-${place.name} is called ${category}-${name} now`
        : `${category}-${name} saved`,
    })
  }

  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput
        label="Name"
        data-autofocus={fixed === null || undefined}
        readOnly={fixed !== null}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={problem}
        description={
          fixed ?? (
            <code>
              {category}-{name || 'name'}-…
            </code>
          )
        }
      />
      <TextInput
        label="What belongs there"
        data-autofocus={fixed !== null || undefined}
        maxLength={1000}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
        error={failure?.fields.description}
      />
      <FormFailure message={failure?.summary} />
      <Group justify="flex-end" gap={8} mt={8}>
        <Button onClick={close}>Cancel</Button>
        <Button
          type="submit"
          variant="filled"
          loading={busy}
          disabled={!isChanged || (isRenamed && !check.ok)}
        >
          Save
        </Button>
      </Group>
    </form>
  )
}

/** Why a subcategory keeps its name; `null` where it can have another. */
function whyFixed({ isOwn, promptCount }: Subcategory): string | null {
  if (!isOwn) return 'Every library has it, so its name stays.'
  if (promptCount === 0) return null
  return `${counted(promptCount, 'prompt')} ${promptCount === 1 ? 'has' : 'have'} it in the key. To rename it, move ${promptCount === 1 ? 'that one' : 'them'} first.`
}
