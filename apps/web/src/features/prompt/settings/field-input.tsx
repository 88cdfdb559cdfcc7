import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { CustomValue } from './metadata-query.ts'

interface FieldInputProps {
  field: CustomValue['field']
  value: string
  error: string | undefined
  readOnly: boolean
  onChange: (value: string) => void
}

/** The input that fits what a field holds; an empty one says nothing. */
export function FieldInput({ field, value, error, readOnly, onChange }: FieldInputProps) {
  const { label, description, kind, options, required } = field
  const shared = {
    label,
    description: description || undefined,
    withAsterisk: required,
    error,
    value,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  }
  switch (kind) {
    case 'TEXT':
      return <Textarea {...shared} readOnly={readOnly} autosize minRows={1} maxRows={8} maxLength={2000} />
    case 'SELECT':
      return (
        <NativeSelect {...shared} disabled={readOnly} data={[{ value: '', label: 'not said' }, ...options]} />
      )
    case 'BOOLEAN':
      return (
        <NativeSelect
          {...shared}
          disabled={readOnly}
          data={[
            { value: '', label: 'not said' },
            { value: 'true', label: 'Yes' },
            { value: 'false', label: 'No' },
          ]}
        />
      )
    case 'DATE':
      return <TextInput {...shared} readOnly={readOnly} type="date" maw={200} />
    case 'NUMBER':
      return <TextInput {...shared} readOnly={readOnly} inputMode="decimal" maw={200} />
    case 'URL':
      return <TextInput {...shared} readOnly={readOnly} type="url" placeholder="https://" />
  }
}
