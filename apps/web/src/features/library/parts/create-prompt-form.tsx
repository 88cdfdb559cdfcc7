import { CATEGORIES, TEMPLATES } from '@incipit/library'
import { Autocomplete, Button, Group, Select, Stack, TagsInput, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { FormFailure } from '../../../ui/index.ts'
import { useCreatePrompt } from '../hooks/use-create-prompt.ts'
import {
  categoryOf,
  draftProblems,
  EMPTY_DRAFT,
  keyPreview,
  type PromptDraft,
  suggestedTags,
  toCategory,
} from '../prompt-draft.ts'
import classes from './create-prompt-form.module.css'
import { TagSuggestions } from './tag-suggestions.tsx'

/** Name, place and purpose of a new prompt; the key is shown as it will be. */
export function CreatePromptForm({ template, cancel }: { template: string; cancel: () => void }) {
  const [draft, setDraft] = useState<PromptDraft>({ ...EMPTY_DRAFT, template })
  const { submit, busy, failure } = useCreatePrompt()
  const set = (fields: Partial<PromptDraft>) => setDraft((now) => ({ ...now, ...fields }))
  const category = categoryOf(draft)
  const problems: Record<string, string | undefined> = { ...failure?.fields, ...draftProblems(draft) }
  const key = keyPreview(draft)
  const known = CATEGORIES.find(({ name }) => name === category)

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (key !== null) void submit(draft)
  }

  return (
    <form onSubmit={onSubmit}>
      <Stack gap={16}>
        <TextInput
          label="Name"
          data-autofocus
          maxLength={200}
          value={draft.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={problems.name ?? problems.keyName}
          description={
            <span className={classes.key} aria-live="polite">
              {key ?? 'The key appears here, made from the name'}
            </span>
          }
        />
        <Textarea
          label="Description"
          placeholder="What it does, in a sentence"
          autosize
          minRows={2}
          maxRows={5}
          value={draft.description}
          onChange={(event) => set({ description: event.currentTarget.value })}
          error={problems.description}
        />
        <div className={classes.row}>
          <Select
            label="Category"
            data={CATEGORIES.map(({ name }) => name)}
            value={category}
            onChange={(value) => set({ category: toCategory(value), subcategory: '' })}
            allowDeselect={false}
            description={draft.category ? known?.meaning : `Suggested: ${known?.meaning}`}
            error={problems.category}
          />
          <Autocomplete
            label="Subcategory"
            placeholder="general"
            data={['general', ...(known?.subcategories ?? [])]}
            value={draft.subcategory}
            onChange={(value) => set({ subcategory: value })}
            error={problems.subcategory}
          />
          <TextInput
            label="Variant"
            placeholder="none"
            value={draft.variant}
            onChange={(event) => set({ variant: event.currentTarget.value })}
            error={problems.variant}
          />
        </div>
        <div>
          <TagsInput
            label="Tags"
            maxTags={20}
            value={draft.tags}
            onChange={(tags) => set({ tags })}
            error={problems.tags}
          />
          <TagSuggestions tags={suggestedTags(draft)} add={(tag) => set({ tags: [...draft.tags, tag] })} />
        </div>
        <Select
          label="Begin with"
          data={TEMPLATES.map(({ id, name, description }) => ({
            value: id,
            label: `${name} – ${description.toLowerCase()}`,
          }))}
          value={draft.template}
          onChange={(value) => set({ template: value ?? 'blank' })}
          allowDeselect={false}
        />
        <FormFailure message={failure?.summary} />
        <Group justify="flex-end" gap={8}>
          <Button onClick={cancel}>Cancel</Button>
          <Button variant="filled" type="submit" loading={busy} disabled={key === null}>
            Create prompt
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
