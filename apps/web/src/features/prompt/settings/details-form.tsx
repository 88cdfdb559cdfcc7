'use client'

import { validateName } from '@incipit/library'
import { Autocomplete, Button, NativeSelect, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useMutation, useQuery } from 'urql'
import { type Failure, failureOf, payloadOf } from '../../../graphql/index.ts'
import { FormFailure, SuggestedChips, showToast } from '../../../ui/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { usePrompt } from '../prompt-context.tsx'
import { MoveNote } from './move-note.tsx'
import { changedDetails, type PromptDetails } from './prompt-details.ts'
import { PromptUpdateMutation, TagsQuery } from './settings-mutations.ts'
import classes from './settings-page.module.css'

interface DetailsFormProps {
  readOnly: boolean
  suggestedTags: readonly string[]
  dismissTag: (name: string) => void
  /** How many prompts include this one. */
  includedBy: number
}

/** Name, description, place and tags. Only what was changed is sent. */
export function DetailsForm({ readOnly, suggestedTags, dismissTag, includedBy }: DetailsFormProps) {
  const { slug } = useLibrary()
  const { prompt, categories, refresh } = usePrompt()
  const router = useRouter()
  const before = detailsOf(prompt)
  const [details, setDetails] = useState<PromptDetails>(before)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [{ fetching }, update] = useMutation(PromptUpdateMutation)
  const [{ data: tags }] = useQuery({ query: TagsQuery, variables: { library: slug } })
  const changes = changedDetails(before, details)
  const changed = Object.keys(changes).length > 0
  const set = (change: Partial<PromptDetails>): void => setDetails((now) => ({ ...now, ...change }))
  const place = validateName(details.subcategory)
  const category = categories.find(({ name }) => name === details.category)

  const save = async (): Promise<void> => {
    const { tags: newTags, ...rest } = changes
    const input = { id: prompt.id, ...rest, ...(newTags ? { tags: [...newTags] } : {}) }
    const result = await update({ input })
    setFailure(failureOf(result))
    const saved = payloadOf(result, 'PromptUpdatePayload')?.prompt
    if (!saved) return
    showToast({ message: 'The details are saved.' })
    if (saved.key === prompt.key) refresh()
    else router.replace(`/l/${slug}/p/${saved.key}/settings`)
  }
  const field = (name: keyof PromptDetails) => ({ readOnly, error: failure?.fields[name] })

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (changed && place.ok) void save()
      }}
    >
      <TextInput
        label="Name"
        required
        maxLength={120}
        value={details.name}
        {...field('name')}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Textarea
        label="Description"
        description="One or two sentences for those who look for it."
        autosize
        minRows={2}
        maxRows={6}
        value={details.description}
        {...field('description')}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <NativeSelect
          label="Category"
          disabled={readOnly}
          data={categories.map(({ name }) => name)}
          value={details.category}
          error={failure?.fields.category}
          onChange={(event) => set({ category: event.currentTarget.value })}
        />
        <Autocomplete
          label="Subcategory"
          data={category?.subcategories.map(({ name }) => name) ?? []}
          value={details.subcategory}
          {...field('subcategory')}
          error={place.ok ? failure?.fields.subcategory : place.message}
          onChange={(subcategory) => set({ subcategory })}
        />
      </div>
      {place.ok && <MoveNote prompt={prompt} to={details} includedBy={includedBy} />}
      <TextInput
        label="Owner"
        description="The team or person who answers for it."
        value={details.owner}
        {...field('owner')}
        onChange={(event) => set({ owner: event.currentTarget.value })}
      />
      <div className={classes.suggesting}>
        <TagsInput
          label="Tags"
          data={tags?.library?.tags.edges.map((edge) => edge.node.name) ?? []}
          value={[...details.tags]}
          clearable
          {...field('tags')}
          onChange={(value) => set({ tags: value })}
        />
        {!readOnly && (
          <SuggestedChips
            does="Add the tag"
            values={suggestedTags.filter((name) => !details.tags.includes(name))}
            accept={(name) => set({ tags: [...details.tags, name] })}
            dismiss={dismissTag}
          />
        )}
      </div>
      <FormFailure message={failure?.summary} />
      {readOnly ? (
        <p className={classes.note}>
          These details can be changed by developers and admins while the prompt is in use.
        </p>
      ) : (
        <div className={classes.buttons}>
          <Button type="submit" variant="filled" loading={fetching} disabled={!changed || !place.ok}>
            Save
          </Button>
          {changed && (
            <Button variant="subtle" onClick={() => setDetails(before)}>
              Discard
            </Button>
          )}
        </div>
      )}
    </form>
  )
}

function detailsOf(prompt: ReturnType<typeof usePrompt>['prompt']): PromptDetails {
  const { name, description, category, subcategory, owner, tags } = prompt
  return { name, description, category, subcategory, owner, tags: tags.map((tag) => tag.name) }
}
