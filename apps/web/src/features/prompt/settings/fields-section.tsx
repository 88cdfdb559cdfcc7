import { Button } from '@mantine/core'
import Link from 'next/link'
import { type FormEvent, useState } from 'react'
import { useSend } from '../../../graphql/index.ts'
import { FormFailure, showToast } from '../../../ui/index.ts'
import { useCan, useLibrary } from '../../shell/index.ts'
import { usePrompt } from '../prompt-context.tsx'
import { FieldInput } from './field-input.tsx'
import { changedValues, fieldProblems } from './field-values.ts'
import type { CustomValue } from './metadata-query.ts'
import { PromptUpdateMutation } from './settings-mutations.ts'
import classes from './settings-page.module.css'

interface FieldsSectionProps {
  values: readonly CustomValue[]
  readOnly: boolean
  saved: () => void
}

/** The fields that this library defines for its prompts, each as what it holds. */
export function FieldsSection({ values, readOnly, saved }: FieldsSectionProps) {
  const { slug } = useLibrary()
  const mayDefine = useCan('taxonomy.manage')
  if (values.length === 0 && !mayDefine) return null
  return (
    <section className={classes.section} aria-label="Fields">
      <h2 className={classes.heading}>Fields</h2>
      {values.length === 0 ? (
        <p>
          This library defines none. <Link href={`/l/${slug}/settings/fields`}>Define fields</Link>
        </p>
      ) : (
        <FieldsForm
          key={values.map(({ field, value }) => `${field.id}${field.kind}${value}`).join()}
          values={values}
          readOnly={readOnly}
          saved={saved}
        />
      )}
    </section>
  )
}

function FieldsForm({ values, readOnly, saved }: FieldsSectionProps) {
  const { prompt } = usePrompt()
  const { send, busy, failure } = useSend()
  const [draft, setDraft] = useState<ReadonlyMap<string, string>>(
    new Map(values.map(({ field, value }) => [field.key, value ?? ''])),
  )
  const problems = fieldProblems(values, draft)
  const changes = changedValues(values, draft)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (changes.length === 0 || problems.size > 0) return
    if (await send(PromptUpdateMutation, { id: prompt.id, customValues: changes })) return
    saved()
    showToast({ message: 'The fields are saved.' })
  }

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      {values.map(({ field }) => (
        <FieldInput
          key={field.key}
          field={field}
          readOnly={readOnly}
          value={draft.get(field.key) ?? ''}
          error={problems.get(field.key) ?? failure?.fields[`customValues.${field.key}`]}
          onChange={(value) => setDraft((now) => new Map(now).set(field.key, value))}
        />
      ))}
      <FormFailure message={failure && (failure.summary ?? Object.values(failure.fields)[0])} />
      {!readOnly && (
        <div className={classes.buttons}>
          <Button
            type="submit"
            variant="filled"
            loading={busy}
            disabled={changes.length === 0 || problems.size > 0}
          >
            Save fields
          </Button>
        </div>
      )}
    </form>
  )
}
