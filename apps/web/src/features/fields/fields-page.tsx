'use client'

import { Button } from '@mantine/core'
import { IconForms, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { transportFailure } from '../../graphql/index.ts'
import { DataTable, EmptyState, ErrorState, SkeletonRows, showToast } from '../../ui/index.ts'
import { ReadOnlyNote, SettingsFrame } from '../settings/index.ts'
import { useCan, usePageName } from '../shell/index.ts'
import { useFieldChanges } from './hooks/use-field-changes.ts'
import { type Field, useFields } from './hooks/use-fields.ts'
import { FieldDialog } from './parts/field-dialog.tsx'
import { FieldRow } from './parts/field-row.tsx'

/** The fields of metadata that this library asks of its prompts. */
export function FieldsPage() {
  usePageName('Fields')
  const mayChange = useCan('taxonomy.manage')
  const { fields, error, refresh } = useFields()
  const { moveField, busy } = useFieldChanges(refresh)
  const [edited, setEdited] = useState<Field | 'new' | null>(null)
  const create = (
    <Button variant="filled" leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
      New field
    </Button>
  )

  async function move(field: Field, to: number) {
    const failure = await moveField(field.id, to)
    if (failure) showToast({ message: failure.message, tone: 'bad' })
  }

  return (
    <SettingsFrame
      title="Fields"
      description="What prompts of this library say besides name, description, owner and tags. They are filled in under Settings of a prompt, and stand in its YAML."
      actions={mayChange && fields && fields.length > 0 && create}
    >
      {!mayChange && <ReadOnlyNote />}
      {!fields && !error && <SkeletonRows rows={4} height={56} label="Loading fields" />}
      {!fields && error && (
        <ErrorState
          inline
          title="The fields could not be loaded"
          message={transportFailure(error).message}
          retry={refresh}
        />
      )}
      {fields?.length === 0 && (
        <EmptyState inline icon={IconForms} title="No fields yet" actions={mayChange && create}>
          A field holds what your team has to know about each prompt: a risk level, a ticket, the day of the
          next check.
        </EmptyState>
      )}
      {fields && fields.length > 0 && (
        <DataTable
          label="Fields"
          heads={mayChange ? ['Field', 'Kind', 'Required', ''] : ['Field', 'Kind', 'Required']}
        >
          {fields.map((field, at) => (
            <FieldRow
              key={field.id}
              field={field}
              mayChange={mayChange}
              edit={() => setEdited(field)}
              changed={refresh}
              up={at > 0 && !busy ? () => void move(field, at - 1) : undefined}
              down={at < fields.length - 1 && !busy ? () => void move(field, at + 1) : undefined}
            />
          ))}
        </DataTable>
      )}
      <FieldDialog edited={edited} close={() => setEdited(null)} changed={refresh} />
    </SettingsFrame>
  )
}
