import { Button, NativeSelect, Switch, Textarea, TextInput } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { type Drafts, type ExampleField, readField } from './example-values.ts'
import classes from './preview.module.css'

interface ValuesFormProps {
  fields: readonly ExampleField[]
  drafts: Drafts
  onWrite: (name: string, draft: string) => void
  /** Back to examples and defaults; absent where nothing was changed. */
  onReset?: () => void
}

/** The values that the prompt is tried with. */
export function ValuesForm({ fields, drafts, onWrite, onReset }: ValuesFormProps) {
  const [open, setOpen] = useState(true)
  if (fields.length === 0) return null
  return (
    <section className={classes.values} aria-label="Example values">
      <div className={classes.valuesHead}>
        <button type="button" className={classes.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
          <IconChevronRight size={14} stroke={1.75} aria-hidden />
          Example values
        </button>
        {onReset && (
          <Button size="xs" variant="subtle" onClick={onReset}>
            Reset
          </Button>
        )}
      </div>
      {open && (
        <div className={classes.fields}>
          {fields.map((field) => (
            <ValueField
              key={`${field.name} ${field.kind}`}
              field={field}
              draft={drafts.get(field.name) ?? field.initial}
              error={errorOf(field, drafts)}
              onWrite={(draft) => onWrite(field.name, draft)}
            />
          ))}
        </div>
      )}
    </section>
  )
}

function errorOf(field: ExampleField, drafts: Drafts): string | undefined {
  const reading = readField(field, drafts)
  return reading.state === 'wrong' ? reading.reason : undefined
}

interface ValueFieldProps {
  field: ExampleField
  draft: string
  error: string | undefined
  onWrite: (draft: string) => void
}

function ValueField({ field, draft, error, onWrite }: ValueFieldProps) {
  const { name, kind, description, choices } = field
  const label = (
    <>
      <span className={classes.fieldName}>{name}</span>
      {field.required && draft === '' && <span className={classes.needed}>needed</span>}
    </>
  )
  const common = { label, title: description ?? undefined, error, size: 'xs' as const }
  const typed = {
    value: draft,
    onChange: (event: { currentTarget: { value: string } }) => onWrite(event.currentTarget.value),
  }
  if (choices) {
    return (
      <NativeSelect
        {...common}
        {...typed}
        data={[{ value: '', label: '—' }, ...choices.map((value) => ({ value, label: plainOf(value) }))]}
      />
    )
  }
  if (kind === 'boolean') {
    return (
      <Switch
        size="xs"
        label={label}
        title={description ?? undefined}
        checked={draft === 'true'}
        onChange={(event) => onWrite(String(event.currentTarget.checked))}
      />
    )
  }
  if (kind === 'integer' || kind === 'float') {
    return <TextInput {...common} {...typed} inputMode={kind === 'integer' ? 'numeric' : 'decimal'} />
  }
  const isJson = kind === 'array' || kind === 'object'
  return (
    <Textarea
      {...common}
      {...typed}
      autosize
      minRows={1}
      maxRows={8}
      spellCheck={!isJson}
      classNames={isJson ? { input: classes.json ?? '' } : {}}
      placeholder={isJson ? (kind === 'array' ? '[ ]' : '{ }') : undefined}
    />
  )
}

/** A text without its quotes. */
function plainOf(json: string): string {
  const value: unknown = JSON.parse(json)
  return typeof value === 'string' ? value : json
}
