import { DEFAULT_SUBCATEGORY, validateName } from '@incipit/library'
import { Autocomplete, Button, Group, NativeSelect, TagsInput, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useMemo, useState } from 'react'
import { counted } from '../../../lib/counted.ts'
import { movedKey } from '../../../lib/moved-key.ts'
import { stateLook } from '../../../ui/index.ts'
import { useCategories } from '../../taxonomy/index.ts'
import { type BulkChange, isSoAlready, statusChoices } from '../bulk-change.ts'
import type { PromptRow } from '../library-prompts-query.ts'
import classes from './bulk-dialog.module.css'

interface BulkFormProps {
  rows: readonly PromptRow[]
  make: (change: BulkChange) => void
  cancel: () => void
}

/** Keys shown as they become; the rest is counted. */
const SHOWN_KEYS = 5

/** Adds tags to the prompts and takes others away. */
export function BulkTagsForm({ rows, make, cancel }: BulkFormProps) {
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const carried = useMemo(
    () => [...new Set(rows.flatMap(({ tags }) => tags.map(({ name }) => name)))],
    [rows],
  )
  return (
    <BulkForm
      change={add.length + remove.length > 0 ? { kind: 'tags', add, remove } : null}
      make={make}
      cancel={cancel}
    >
      <TagsInput label="Add" placeholder="Tag" maxTags={20} value={add} onChange={setAdd} data-autofocus />
      {carried.length > 0 && (
        <TagsInput
          label="Take away"
          description="Tags that at least one of them carries"
          data={carried}
          value={remove}
          onChange={(tags) => setRemove(tags.filter((tag) => carried.includes(tag)))}
        />
      )}
    </BulkForm>
  )
}

/** Gives the prompts another owner. */
export function BulkOwnerForm({ make, cancel }: BulkFormProps) {
  const [owner, setOwner] = useState('')
  return (
    <BulkForm change={{ kind: 'owner', owner }} make={make} cancel={cancel}>
      <TextInput
        label="Owner"
        description="The team or person who answers for them; empty for nobody"
        maxLength={80}
        data-autofocus
        value={owner}
        onChange={(event) => setOwner(event.currentTarget.value)}
      />
    </BulkForm>
  )
}

/** Moves the prompts to another category; their keys are shown as they become. */
export function BulkMoveForm({ rows, make, cancel }: BulkFormProps) {
  const { categories } = useCategories()
  const [category, setCategory] = useState(rows[0]?.category ?? '')
  const [typed, setTyped] = useState('')
  const subcategory = typed || DEFAULT_SUBCATEGORY
  const check = validateName(subcategory)
  const change: BulkChange = { kind: 'move', category, subcategory }
  const moving = rows.filter((row) => !isSoAlready(row, change))
  return (
    <BulkForm change={check.ok && moving.length > 0 ? change : null} make={make} cancel={cancel}>
      <div className={classes.pair}>
        <NativeSelect
          label="Category"
          data-autofocus
          value={category}
          onChange={(event) => setCategory(event.currentTarget.value)}
          data={categories?.map(({ name }) => name) ?? [category]}
        />
        <Autocomplete
          label="Subcategory"
          placeholder={DEFAULT_SUBCATEGORY}
          data={
            categories?.find(({ name }) => name === category)?.subcategories.map(({ name }) => name) ?? []
          }
          value={typed}
          onChange={setTyped}
          error={check.ok ? undefined : check.message}
        />
      </div>
      {check.ok && moving.length > 0 && (
        <ul className={classes.keys} aria-label="New keys">
          {moving.slice(0, SHOWN_KEYS).map((row) => (
            <li key={row.id}>
              <div className={classes.old}>{row.key}</div>
              {movedKey(row, { category, subcategory })}
            </li>
          ))}
        </ul>
      )}
      <p className={classes.note}>
        {moving.length > SHOWN_KEYS && `${counted(moving.length - SHOWN_KEYS, 'more prompt')}. `}
        Programs fetch prompts by key: those that use the old ones have to change. A key that is taken is
        refused.
      </p>
    </BulkForm>
  )
}

/** Moves the prompts on in their life; which of them may is found out one by one. */
export function BulkStatusForm({ rows, make, cancel }: BulkFormProps) {
  const choices = useMemo(() => statusChoices(rows), [rows])
  const [chosen, setChosen] = useState(choices[0]?.to)
  const [reason, setReason] = useState('')
  const choice = choices.find(({ to }) => to === chosen)
  if (!choice)
    return (
      <BulkForm change={null} make={make} cancel={cancel}>
        <p className={classes.note}>
          No status leads on from that of these prompts. Archived ones are restored one by one.
        </p>
      </BulkForm>
    )
  const fits = !choice.reason || reason.trim() !== ''
  return (
    <BulkForm change={fits ? { kind: 'status', to: choice.to, reason } : null} make={make} cancel={cancel}>
      <NativeSelect
        label="Move to"
        description="Who may not make a move, or has to wait with it, is told why for each prompt"
        data-autofocus
        value={choice.to}
        onChange={({ currentTarget: { value } }) => setChosen(choices.find(({ to }) => to === value)?.to)}
        data={choices.map(({ to, count }) => ({
          value: to,
          label: `${stateLook('status', to).word} – ${count === rows.length ? 'all of them' : `${count} of ${rows.length}`}`,
        }))}
      />
      <Textarea
        label="Reason"
        description={
          choice.reason ? 'Needed: others rely on what is taken back' : 'Stands in the history of each prompt'
        }
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </BulkForm>
  )
}

interface FrameProps {
  /** `null` while there is nothing to do. */
  change: BulkChange | null
  make: (change: BulkChange) => void
  cancel: () => void
  children: ReactNode
}

function BulkForm({ change, make, cancel, children }: FrameProps) {
  function submit(event: FormEvent) {
    event.preventDefault()
    if (change) make(change)
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      {children}
      <Group justify="flex-end" gap={8}>
        <Button onClick={cancel}>Cancel</Button>
        <Button type="submit" variant="filled" disabled={!change}>
          Apply
        </Button>
      </Group>
    </form>
  )
}
