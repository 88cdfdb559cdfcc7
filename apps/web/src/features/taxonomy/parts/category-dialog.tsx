import { Button, Group, Switch, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { FormFailure, Modal, showToast } from '../../../ui/index.ts'
import type { Category } from '../hooks/use-categories.ts'
import { useCategoryChanges } from '../hooks/use-category-changes.ts'
import classes from './category-list.module.css'

interface CategoryDialogProps {
  category: Category
  opened: boolean
  close: () => void
  changed: () => void
}

/** What the library says about a category, to be changed or taken back. */
export function CategoryDialog({ opened, close, category, changed }: CategoryDialogProps) {
  return (
    <Modal opened={opened} onClose={close} title={`Category ${category.name}`} size={480}>
      <CategoryForm category={category} close={close} changed={changed} />
    </Modal>
  )
}

function CategoryForm({ category, close, changed }: Omit<CategoryDialogProps, 'opened'>) {
  const { save, busy, failure } = useCategoryChanges(category.name, changed)
  const [draft, setDraft] = useState({
    description: category.description,
    owner: category.owner,
    reviewRequired: category.reviewRequired,
  })
  const set = (fields: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...fields }))

  async function finish(change: Parameters<typeof save>[0], message: string) {
    if (await save(change)) return
    close()
    showToast({ message })
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    void finish(onlyChanged(category, draft), `${category.name} saved`)
  }

  return (
    <form onSubmit={submit} className={classes.form}>
      <Textarea
        label="Description"
        description={`In every library: ${category.meaning.toLowerCase()}`}
        autosize
        minRows={2}
        maxRows={6}
        data-autofocus
        value={draft.description}
        onChange={(event) => set({ description: event.currentTarget.value })}
        error={failure?.fields.description}
      />
      <TextInput
        label="Usual owner"
        description="New prompts of this category get it where they name none"
        value={draft.owner}
        onChange={(event) => set({ owner: event.currentTarget.value })}
        error={failure?.fields.owner}
      />
      <Switch
        label="Changes need a review"
        description="A direct commit to main is refused; a change request with approvals leads there"
        checked={draft.reviewRequired}
        onChange={(event) => set({ reviewRequired: event.currentTarget.checked })}
        error={failure?.fields.reviewRequired}
      />
      <FormFailure message={failure?.summary} />
      <Group justify="space-between" gap={8} mt={8}>
        <Button
          variant="subtle"
          disabled={busy}
          onClick={() =>
            void finish(
              { description: null, owner: null, reviewRequired: null },
              `${category.name} is as in every library again`,
            )
          }
        >
          Back to the usual
        </Button>
        <Group gap={8}>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" variant="filled" loading={busy}>
            Save
          </Button>
        </Group>
      </Group>
    </form>
  )
}

/** What stays the same is left out, so that the library goes on following the taxonomy there. */
function onlyChanged<Draft extends Pick<Category, 'description' | 'owner' | 'reviewRequired'>>(
  before: Category,
  after: Draft,
): Partial<Draft> {
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => before[field as keyof Category] !== value),
  ) as Partial<Draft>
}
