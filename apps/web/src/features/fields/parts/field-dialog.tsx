import { Button, Group, NativeSelect, Switch, TagsInput, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { FormFailure, Modal, showToast, stateLook } from '../../../ui/index.ts'
import {
  draftOf,
  draftProblems,
  FIELD_KINDS,
  type FieldDraft,
  isFieldKind,
  keyOf,
  toFieldInput,
} from '../field-draft.ts'
import { useFieldChanges } from '../hooks/use-field-changes.ts'
import type { Field } from '../hooks/use-fields.ts'
import classes from './fields.module.css'

interface FieldDialogProps {
  /** `null` while the dialog is closed. */
  edited: Field | 'new' | null
  close: () => void
  changed: () => void
}

/** Makes a field or changes one. */
export function FieldDialog({ edited, close, changed }: FieldDialogProps) {
  const title = edited === null || edited === 'new' ? 'New field' : `Edit ${edited.label}`
  return (
    <Modal opened={edited !== null} onClose={close} title={title} size={480}>
      {edited && <FieldForm field={edited === 'new' ? null : edited} close={close} changed={changed} />}
    </Modal>
  )
}

interface FieldFormProps {
  field: Field | null
  close: () => void
  changed: () => void
}

function FieldForm({ field, close, changed }: FieldFormProps) {
  const { createField, updateField, busy, failure } = useFieldChanges(changed)
  const [draft, setDraft] = useState<FieldDraft>(draftOf(field))
  const set = (fields: Partial<FieldDraft>) => setDraft((now) => ({ ...now, ...fields }))
  const problems = draftProblems(draft)
  const fits = draft.label.trim() !== '' && Object.keys(problems).length === 0

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!fits) return
    const input = toFieldInput(draft)
    const failed = field ? await updateField({ id: field.id, ...input }) : await createField(input)
    if (failed) return
    close()
    showToast({ message: `${input.label} is saved` })
  }

  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput
        label="Label"
        placeholder="Risk level"
        maxLength={80}
        data-autofocus
        value={draft.label}
        onChange={(event) => set({ label: event.currentTarget.value })}
        error={failure?.fields.label}
      />
      <TextInput
        label="Key"
        description={
          field ? 'Programs and YAML files know it by this name' : 'Its name for programs, and in YAML'
        }
        placeholder={keyOf({ ...draft, key: '' }) || 'risk-level'}
        value={draft.key}
        onChange={(event) => set({ key: event.currentTarget.value })}
        error={problems.key ?? failure?.fields.key}
        classNames={{ input: classes.keyInput }}
      />
      <NativeSelect
        label="Kind"
        value={draft.kind}
        onChange={({ currentTarget: { value } }) => isFieldKind(value) && set({ kind: value })}
        data={FIELD_KINDS.map((value) => ({
          value,
          label: `${stateLook('fieldKind', value).word} – ${stateLook('fieldKind', value).meaning.toLowerCase()}`,
        }))}
        error={failure?.fields.kind}
      />
      {draft.kind === 'SELECT' && (
        <TagsInput
          label="Options"
          description="Write one and press Enter"
          maxTags={50}
          value={draft.options}
          onChange={(options) => set({ options })}
          error={draft.label === '' ? undefined : (problems.options ?? failure?.fields.options)}
        />
      )}
      <Textarea
        label="What belongs there"
        autosize
        minRows={2}
        maxRows={5}
        maxLength={500}
        value={draft.description}
        onChange={(event) => set({ description: event.currentTarget.value })}
        error={failure?.fields.description}
      />
      <Switch
        label="Required"
        description="Whoever fills in fields of a prompt has to fill in this one; prompts stay as they are until then"
        checked={draft.required}
        onChange={(event) => set({ required: event.currentTarget.checked })}
      />
      <FormFailure message={failure?.summary} />
      <Group justify="flex-end" gap={8}>
        <Button onClick={close}>Cancel</Button>
        <Button type="submit" variant="filled" loading={busy} disabled={!fits}>
          {field ? 'Save' : 'Create field'}
        </Button>
      </Group>
    </form>
  )
}
