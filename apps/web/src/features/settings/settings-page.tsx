'use client'

import { Button, Group, NumberInput, Radio, Stack, Switch, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { CopyText, FormFailure } from '../../ui/index.ts'
import { useCan, useLibrary, usePageName } from '../shell/index.ts'
import { useLibraryUpdate } from './hooks/use-library-update.ts'
import { ReadOnlyNote } from './parts/read-only-note.tsx'
import { SettingsFrame } from './settings-frame.tsx'
import classes from './settings-page.module.css'
import { VERSION_SCHEMES } from './version-schemes.ts'

/** What holds for the whole library. */
export function SettingsPage() {
  usePageName('Settings')
  const library = useLibrary()
  const mayChange = useCan('library.update')
  const { save, busy, failure } = useLibraryUpdate()
  const [draft, setDraft] = useState({
    name: library.name,
    description: library.description,
    versionScheme: library.versionScheme,
    staleAfterDays: library.staleAfterDays,
    tokenLimit: library.tokenLimit,
    requiredApprovals: library.requiredApprovals,
    proseMerge: library.proseMerge,
  })
  const set = (fields: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...fields }))
  const changed = (Object.keys(draft) as (keyof typeof draft)[]).some(
    (field) => draft[field] !== library[field],
  )

  function submit(event: FormEvent) {
    event.preventDefault()
    void save(draft)
  }

  return (
    <SettingsFrame title="General" description="What holds for the whole library.">
      {!mayChange && <ReadOnlyNote />}
      <form onSubmit={submit}>
        <Stack gap={24} maw={560}>
          <TextInput
            label="Name"
            required
            readOnly={!mayChange}
            value={draft.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            error={failure?.fields.name}
            description={
              <>
                Address: <CopyText text={`/l/${library.slug}`} what="address" />
              </>
            }
          />
          <Textarea
            label="Description"
            autosize
            minRows={2}
            readOnly={!mayChange}
            value={draft.description}
            onChange={(event) => set({ description: event.currentTarget.value })}
            error={failure?.fields.description}
          />
          <Radio.Group
            label="Version scheme"
            description="Holds for versions to come; those given keep their numbers."
            value={draft.versionScheme}
            onChange={(value) => set({ versionScheme: value as typeof draft.versionScheme })}
            error={failure?.fields.versionScheme}
          >
            <div className={classes.schemes}>
              {VERSION_SCHEMES.map(({ value, label, hint, example }) => (
                <Radio.Card key={value} value={value} className={classes.scheme} disabled={!mayChange}>
                  <Radio.Indicator size="xs" />
                  <span className={classes.words}>
                    <span className={classes.label}>{label}</span>
                    <span className={classes.hint}>{hint}</span>
                  </span>
                  <code className={classes.example}>{example}</code>
                </Radio.Card>
              ))}
            </div>
          </Radio.Group>
          <NumberInput
            label="Stale after"
            suffix=" days"
            min={1}
            max={3650}
            allowDecimal={false}
            maw={280}
            readOnly={!mayChange}
            value={draft.staleAfterDays}
            onChange={(value) => typeof value === 'number' && set({ staleAfterDays: value })}
            description="Without a change for longer, a prompt is marked stale"
            error={failure?.fields.staleAfterDays}
          />
          <NumberInput
            label="Token limit"
            suffix=" tokens"
            thousandSeparator=","
            min={100}
            max={2000000}
            allowDecimal={false}
            maw={280}
            readOnly={!mayChange}
            value={draft.tokenLimit}
            onChange={(value) => typeof value === 'number' && set({ tokenLimit: value })}
            description="A longer text gets a warning in the editor"
            error={failure?.fields.tokenLimit}
          />
          <NumberInput
            label="Required approvals"
            min={1}
            max={10}
            allowDecimal={false}
            maw={280}
            readOnly={!mayChange}
            value={draft.requiredApprovals}
            onChange={(value) => typeof value === 'number' && set({ requiredApprovals: value })}
            description="A change request into main, staging, a release or a protected branch needs that many, each by somebody who wrote none of it. A new commit asks for them again."
            error={failure?.fields.requiredApprovals}
          />
          <Switch
            label="Merge prose by words"
            checked={draft.proseMerge}
            disabled={!mayChange}
            onChange={(event) => set({ proseMerge: event.currentTarget.checked })}
            description="When two people changed different words of one line, or different keys of the front matter, both changes are taken. Switched off, every line that both sides changed is a conflict for people to resolve, as in Git."
            error={failure?.fields.proseMerge}
          />
          <FormFailure message={failure?.summary} />
          {mayChange && (
            <Group>
              <Button type="submit" variant="filled" loading={busy} disabled={!changed}>
                Save changes
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </SettingsFrame>
  )
}
