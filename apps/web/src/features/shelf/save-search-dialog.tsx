import { Button, Group, Stack, Switch, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Failure } from '../../graphql/index.ts'
import { FormFailure, Modal } from '../../ui/index.ts'
import type { SearchNaming } from './use-saved-searches.ts'

interface SaveSearchDialogProps {
  opened: boolean
  close: () => void
  title: string
  /** What it is called so far. */
  naming: SearchNaming
  save: (naming: SearchNaming) => Promise<Failure | null>
}

/** Asks what a search is to be called and whether everybody sees it. */
export function SaveSearchDialog({ opened, close, title, naming, save }: SaveSearchDialogProps) {
  return (
    <Modal opened={opened} onClose={close} title={title} size={400}>
      <SaveSearchForm close={close} naming={naming} save={save} />
    </Modal>
  )
}

function SaveSearchForm({ close, naming, save }: Pick<SaveSearchDialogProps, 'close' | 'naming' | 'save'>) {
  const [draft, setDraft] = useState(naming)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    const failed = await save({ ...draft, name: draft.name.trim() })
    setBusy(false)
    setFailure(failed)
    if (!failed) close()
  }

  return (
    <form onSubmit={submit}>
      <Stack gap={16}>
        <TextInput
          label="Name"
          placeholder="Drafts of support"
          maxLength={80}
          data-autofocus
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          error={failure?.fields.name}
        />
        <Switch
          label="Share with the library"
          description="Everybody in the library sees it; only you and admins change it"
          checked={draft.shared}
          onChange={(event) => setDraft({ ...draft, shared: event.currentTarget.checked })}
        />
        <FormFailure
          message={failure && (failure.summary ?? (failure.fields.name ? null : failure.message))}
        />
        <Group justify="flex-end" gap={8}>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" variant="filled" loading={busy} disabled={draft.name.trim() === ''}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
