import { validateName } from '@incipit/library'
import { Button, Group, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { FormFailure, Modal } from '../../../ui/index.ts'
import { useCategoryChanges } from '../hooks/use-category-changes.ts'
import classes from './category-list.module.css'

interface SubcategoryDialogProps {
  category: string
  opened: boolean
  close: () => void
  changed: () => void
}

/** Adds a second level of the library's own. */
export function SubcategoryDialog({ category, opened, close, changed }: SubcategoryDialogProps) {
  return (
    <Modal opened={opened} onClose={close} title={`New subcategory of ${category}`} size={440}>
      <SubcategoryForm category={category} close={close} changed={changed} />
    </Modal>
  )
}

function SubcategoryForm({ category, close, changed }: Omit<SubcategoryDialogProps, 'opened'>) {
  const { addSubcategory, busy, failure } = useCategoryChanges(category, changed)
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const check = validateName(name)
  const problem = name !== '' && !check.ok ? check.message : failure?.fields.name

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (check.ok && !(await addSubcategory({ name, description }))) close()
  }

  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput
        label="Name"
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={problem}
        description={
          <code>
            {category}-{name || 'name'}-…
          </code>
        }
      />
      <TextInput
        label="What belongs there"
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
        error={failure?.fields.description}
      />
      <FormFailure message={failure?.summary} />
      <Group justify="flex-end" gap={8} mt={8}>
        <Button onClick={close}>Cancel</Button>
        <Button type="submit" variant="filled" loading={busy} disabled={!check.ok}>
          Add subcategory
        </Button>
      </Group>
    </form>
  )
}
