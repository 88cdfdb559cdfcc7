'use client'

import { Button, Checkbox, Radio, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { FormFailure, stateLook } from '../../../ui/index.ts'
import type { DialogWish } from '../dialogs/dialog-store.ts'
import { usePromptShell } from '../prompt-context.tsx'
import { uncommittedText } from '../write/status-text.ts'
import { type BranchDraft, fullName, nameProblem, prefixOf, typesToOpen, withTyped } from './branch-draft.ts'
import classes from './branch-forms.module.css'
import { mergesIntoText } from './branch-words.ts'
import { RefPicker } from './parts/ref-picker.tsx'
import { useCreateBranch } from './use-create-branch.ts'

interface CreateBranchFormProps {
  wish: Extract<DialogWish, { kind: 'create-branch' }>
  close: () => void
}

/** Type, name and start of a new branch; on wish it takes the uncommitted text along. */
export function CreateBranchForm({ wish, close }: CreateBranchFormProps) {
  const { prompt, branch, mayWrite } = usePromptShell()
  const taken = prompt.branches.map(({ name }) => name)
  const [draft, setDraft] = useState<BranchDraft>({ type: wish.type ?? 'FEATURE', rest: wish.name ?? '' })
  const [from, setFrom] = useState(wish.from)
  const [carry, setCarry] = useState(wish.carry ?? false)
  const [clear, setClear] = useState(false)
  const { submit, busy, failure } = useCreateBranch()
  const uncommitted = branch?.document.uncommitted ?? null
  const mayCarry = branch !== null && uncommitted?.changed === true && from === branch.name
  const problem = nameProblem(draft, taken)
  const isNamed = prefixOf(draft.type) !== ''
  const name = fullName(draft)

  async function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (problem !== null || busy) return
    const wished = mayCarry && carry
    if (await submit({ name, from, carry: wished, clear: wished && clear && mayWrite })) close()
  }

  return (
    <form onSubmit={onSubmit} className={classes.form}>
      <TypeChoice
        types={typesToOpen(taken)}
        taken={taken}
        value={draft.type}
        onChange={(type) => setDraft((now) => ({ ...now, type }))}
      />
      {isNamed && (
        <TextInput
          className={classes.mono}
          label="Name"
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          placeholder="warmer-tone"
          leftSection={<span className={classes.prefix}>{prefixOf(draft.type)}</span>}
          leftSectionWidth={prefixOf(draft.type).length * 8 + 12}
          leftSectionPointerEvents="none"
          value={draft.rest}
          onChange={(event) => setDraft(withTyped(draft, event.currentTarget.value))}
          error={failure?.fields.name ?? (draft.rest === '' ? null : problem)}
        />
      )}
      <RefPicker
        label="Starts from"
        description="A branch, a version, a tag or a commit id. Its text is what the branch begins with."
        value={from}
        onPick={setFrom}
        error={failure?.fields.from}
      />
      {mayCarry && (
        <Stack gap={8}>
          <Checkbox
            checked={carry}
            onChange={(event) => setCarry(event.currentTarget.checked)}
            label="Bring the uncommitted text along"
            description={`${uncommittedText(uncommitted)} on ${branch.name}`}
          />
          {carry && mayWrite && (
            <Checkbox
              ml={24}
              checked={clear}
              onChange={(event) => setClear(event.currentTarget.checked)}
              label={`Take it out of ${branch.name}`}
              description="For everybody who writes there; it is an edit that can be undone"
            />
          )}
        </Stack>
      )}
      <FormFailure message={failure?.summary} />
      <div className={classes.buttons}>
        <Button onClick={close}>Cancel</Button>
        <Button variant="filled" type="submit" loading={busy} disabled={problem !== null}>
          {mayCarry && carry ? 'Open it with this text' : 'Open branch'}
        </Button>
      </div>
    </form>
  )
}

interface TypeChoiceProps {
  types: readonly BranchDraft['type'][]
  taken: readonly string[]
  value: BranchDraft['type']
  onChange: (type: BranchDraft['type']) => void
}

function TypeChoice({ types, taken, value, onChange }: TypeChoiceProps) {
  return (
    <Radio.Group label="What for" value={value} onChange={(type) => onChange(type as BranchDraft['type'])}>
      <div className={classes.types}>
        {types.map((type) => {
          const { word, icon: Icon, meaning } = stateLook('branchType', type)
          return (
            <Radio.Card key={type} value={type} className={classes.type}>
              <Radio.Indicator size="xs" />
              <Icon size={16} stroke={1.75} aria-hidden />
              <span className={classes.word}>{word}</span>
              <span className={classes.hint}>
                {meaning}; {mergesIntoText(type, taken)}
              </span>
            </Radio.Card>
          )
        })}
      </div>
    </Radio.Group>
  )
}
