import { CATEGORIES } from '@incipit/library'
import { Button, Group, Select, SimpleGrid } from '@mantine/core'
import { FormFailure } from '../../../ui/index.ts'
import { useImportRun } from '../hooks/use-import-run.ts'
import type { ImportRecord } from '../import-fragment.ts'
import { MAPPED_FIELDS, type Mapping, toMappingInput } from '../mapping.ts'
import { MappingPreview } from './mapping-preview.tsx'

interface ImportMappingFormProps {
  record: ImportRecord
  mapping: Mapping
  setMapping: (next: Mapping) => void
}

/** Which column fills which field, and how the first rows would look. */
export function ImportMappingForm({ record, mapping, setMapping }: ImportMappingFormProps) {
  const { run, starting, failure } = useImportRun(record.id, () => {})
  const set = (fields: Partial<Mapping>) => setMapping({ ...mapping, ...fields })
  const input = toMappingInput(mapping)
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={16} mb={24}>
        {MAPPED_FIELDS.map(({ field, label, hint, required }) => (
          <Select
            key={field}
            label={label}
            description={hint}
            withAsterisk={required}
            placeholder={required ? 'Choose a column' : 'No column'}
            data={record.columns}
            value={mapping[field] || null}
            onChange={(column) => set({ [field]: column ?? '' })}
            clearable={!required}
            error={failure?.fields[`mapping.${field}`]}
          />
        ))}
        <Select
          label="Category of rows without one"
          description="Suggested from the text where nothing is chosen"
          placeholder="From the text"
          data={CATEGORIES.map(({ name }) => name)}
          value={mapping.defaultCategory || null}
          onChange={(category) => set({ defaultCategory: category ?? '' })}
          clearable
          error={failure?.fields['mapping.defaultCategory']}
        />
      </SimpleGrid>
      <FormFailure message={failure?.summary} />
      <Group mt={8} mb={32} gap={8}>
        <Button
          variant="filled"
          loading={starting}
          disabled={!input}
          onClick={() => input && void run(input, false)}
        >
          Import {record.total.toLocaleString('en-GB')} rows
        </Button>
        <Button loading={starting} disabled={!input} onClick={() => input && void run(input, true)}>
          Try without keeping anything
        </Button>
      </Group>
      <MappingPreview id={record.id} mapping={mapping} />
    </>
  )
}
