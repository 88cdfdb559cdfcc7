import { CATEGORIES, DEFAULT_SUBCATEGORY } from '@incipit/library'
import { Autocomplete, Button, Group, Select, Stack, TagsInput, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { FormFailure, SuggestedChips, useDismissed } from '../../../ui/index.ts'
import { useCategories } from '../../taxonomy/index.ts'
import { useCreateAdvice } from '../hooks/use-create-advice.ts'
import { useCreatePrompt } from '../hooks/use-create-prompt.ts'
import { useTemplates } from '../hooks/use-templates.ts'
import { draftProblems, EMPTY_DRAFT, keyPreview, type PromptDraft, toCategory } from '../prompt-draft.ts'
import classes from './create-prompt-form.module.css'
import { KeyLine } from './key-line.tsx'
import { SimilarNote } from './similar-note.tsx'
import { TemplateChoice } from './template-choice.tsx'

/** Name, place and purpose of a new prompt; the key is checked as it is typed, and what the words speak for is offered. */
export function CreatePromptForm({ template, cancel }: { template: string; cancel: () => void }) {
  const [draft, setDraft] = useState<PromptDraft>({ ...EMPTY_DRAFT, template })
  const { submit, busy, failure } = useCreatePrompt()
  const templates = useTemplates()
  const { categories } = useCategories()
  const { check, suggestion, similar } = useCreateAdvice(
    draft,
    templates.find(({ id }) => id === draft.template),
  )
  const set = (fields: Partial<PromptDraft>) => setDraft((now) => ({ ...now, ...fields }))
  const problems: Record<string, string | undefined> = { ...failure?.fields, ...draftProblems(draft) }
  const key = keyPreview(draft)
  const place = categories?.find(({ name }) => name === draft.category)
  const isFree = check?.ok !== false
  const suggestedPlace = placeOf(suggestion)
  const [places, tags] = [useDismissed(), useDismissed()]

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (key !== null && isFree) void submit(draft)
  }

  return (
    <form onSubmit={onSubmit}>
      <Stack gap={16}>
        <TextInput
          label="Name"
          data-autofocus
          maxLength={200}
          value={draft.name}
          onChange={(event) => set({ name: event.currentTarget.value, keyName: '' })}
          error={problems.name ?? problems.keyName}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          descriptionProps={{ component: 'div' }}
          description={<KeyLine value={key} check={check} take={(keyName) => set({ keyName })} />}
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
        <div className={classes.suggesting}>
          <div className={classes.row}>
            <Select
              label="Category"
              data={(categories ?? CATEGORIES).map(({ name }) => name)}
              value={draft.category}
              onChange={(value) => set({ category: toCategory(value), subcategory: '', keyName: '' })}
              allowDeselect={false}
              description={place?.description}
              error={problems.category}
            />
            <Autocomplete
              label="Subcategory"
              placeholder={DEFAULT_SUBCATEGORY}
              data={place?.subcategories.map(({ name }) => name) ?? []}
              value={draft.subcategory}
              onChange={(value) => set({ subcategory: value, keyName: '' })}
              error={problems.subcategory}
            />
            <TextInput
              label="Variant"
              placeholder="none"
              value={draft.variant}
              onChange={(event) => set({ variant: event.currentTarget.value, keyName: '' })}
              error={problems.variant}
            />
          </div>
          <SuggestedChips
            does="Put it in"
            values={
              suggestedPlace &&
              suggestedPlace !== `${draft.category} ${draft.subcategory}`.trim() &&
              !places.isDismissed(suggestedPlace)
                ? [suggestedPlace]
                : []
            }
            dismiss={places.dismiss}
            accept={() =>
              set({
                category: toCategory(suggestion?.category ?? null),
                subcategory: suggestion?.subcategory ?? '',
                keyName: '',
              })
            }
          />
        </div>
        <div className={classes.suggesting}>
          <TagsInput
            label="Tags"
            maxTags={20}
            value={draft.tags}
            onChange={(tags) => set({ tags })}
            error={problems.tags}
          />
          <SuggestedChips
            does="Add the tag"
            values={
              suggestion?.tags
                .map(({ name }) => name)
                .filter((name) => !draft.tags.includes(name) && !tags.isDismissed(name)) ?? []
            }
            accept={(tag) => set({ tags: [...draft.tags, tag] })}
            dismiss={tags.dismiss}
          />
        </div>
        <TemplateChoice
          templates={templates}
          value={draft.template}
          onChange={(id) => set({ template: id })}
        />
        <SimilarNote similar={similar} />
        <FormFailure message={failure?.summary} />
        <Group justify="flex-end" gap={8}>
          <Button onClick={cancel}>Cancel</Button>
          <Button variant="filled" type="submit" loading={busy} disabled={key === null || !isFree}>
            {similar.length > 0 ? 'Create anyway' : 'Create prompt'}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** A suggested place in words: "agents support". */
function placeOf(suggestion: { category: string; subcategory: string | null } | null): string | null {
  return suggestion && `${suggestion.category} ${suggestion.subcategory ?? ''}`.trim()
}
