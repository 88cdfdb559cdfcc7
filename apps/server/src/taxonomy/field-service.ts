import { FIELD_KINDS, fieldKeyProblem } from '@incipit/library'
import { z } from 'zod'
import { authorize, type Caller, changed } from '../libraries/index.ts'
import { isUniqueViolation, type Transaction } from '../platform/database.ts'
import { ConflictError, NotFoundError, ValidationError } from '../platform/errors.ts'
import { line, parseInput, prose } from '../platform/input.ts'
import type { TaxonomyDeps } from './deps.ts'
import type { FieldRow } from './field-store.ts'

/** Fields a library may define. */
const MOST_FIELDS = 30
/** Options of a select. */
const MOST_OPTIONS = 50

const parts = {
  key: z.string().superRefine((key, context) => {
    const problem = fieldKeyProblem(key)
    if (problem) context.addIssue({ code: 'custom', message: problem })
  }),
  label: line('The label', 1, 80),
  kind: z.enum(FIELD_KINDS),
  options: z
    .array(line('An option', 1, 80))
    .max(MOST_OPTIONS, `A select has at most ${MOST_OPTIONS} options.`)
    .refine((options) => new Set(options).size === options.length, 'Each option stands there once.'),
  required: z.boolean(),
  description: prose('The description', 500),
}
const newFieldInput = z.strictObject({
  key: parts.key,
  label: parts.label,
  kind: parts.kind,
  options: parts.options.nullish(),
  required: parts.required.nullish(),
  description: parts.description.nullish(),
})
const fieldInput = z.strictObject({
  key: parts.key.nullish(),
  label: parts.label.nullish(),
  kind: parts.kind.nullish(),
  options: parts.options.nullish(),
  required: parts.required.nullish(),
  description: parts.description.nullish(),
})

/** Fields of metadata that libraries define. */
export function createFieldService({ db, store, changes, clock, newId }: TaxonomyDeps) {
  async function change(
    caller: Caller,
    libraryId: string,
    id: string,
    action: string,
    decide: (before: FieldRow, tx: Transaction) => Promise<FieldRow>,
  ): Promise<FieldRow> {
    const actor = await authorize(caller, libraryId, 'taxonomy.manage', 'The field')
    return refusingTaken(() =>
      changes.run(libraryId, actor, async (tx, note) => {
        const before = (await store.lockFields(tx, libraryId)).find((row) => row.id === id)
        if (!before) throw new NotFoundError('The field')
        const after = await decide(before, tx)
        await store.updateField(tx, after)
        note({
          action,
          subject: fieldSubject(after),
          before: fieldState(before),
          ...(after.removedAt === null && { after: fieldState(after) }),
          details: after.removedAt === null ? changed(fieldState(before), fieldState(after)) : {},
        })
        return after
      }),
    )
  }

  return {
    /** The fields of a library, in their order. */
    customFields: (libraryId: string) => store.fields(db, libraryId),

    async createField(
      caller: Caller,
      libraryId: string,
      input: z.input<typeof newFieldInput>,
    ): Promise<FieldRow> {
      const actor = await authorize(caller, libraryId, 'taxonomy.manage', 'The library')
      const values = parseInput(newFieldInput, input)
      const options = values.options ?? []
      assertOptions(values.kind, options)
      return refusingTaken(() =>
        changes.run(libraryId, actor, async (tx, note) => {
          await store.lockLibrary(tx, libraryId)
          const present = await store.lockFields(tx, libraryId)
          if (present.length >= MOST_FIELDS)
            throw new ConflictError(`A library has at most ${MOST_FIELDS} fields. Remove one first.`)
          const row: FieldRow = {
            libraryId,
            id: newId(),
            key: values.key,
            label: values.label,
            kind: values.kind,
            options,
            required: values.required ?? false,
            description: values.description ?? '',
            position: (present.at(-1)?.position ?? -1) + 1,
            createdAt: clock.now(),
            removedAt: null,
          }
          await store.insertField(tx, row)
          note({
            action: 'field.create',
            subject: fieldSubject(row),
            after: fieldState(row),
            details: { kind: row.kind },
          })
          return row
        }),
      )
    },

    /** Changes a field. Its kind stays while prompts have values in it, and so do options they have chosen. */
    updateField: (caller: Caller, libraryId: string, id: string, input: z.input<typeof fieldInput>) =>
      change(caller, libraryId, id, 'field.update', async (before, tx) => {
        const values = parseInput(fieldInput, input)
        const kind = values.kind ?? before.kind
        const options = values.options ?? (kind === before.kind ? before.options : [])
        assertOptions(kind, options)
        if (kind !== before.kind) {
          const held = await store.countFieldValues(tx, before)
          if (held > 0)
            throw new ConflictError(
              `${valuesOf(held, before)}, which may not fit ${kind}. Make a new field instead.`,
            )
        }
        const gone = before.options.filter((option) => !options.includes(option))
        if (kind === before.kind && gone.length > 0) {
          const held = await store.countFieldValues(tx, before, gone)
          if (held > 0)
            throw new ConflictError(
              `${valuesOf(held, before)} among the options you took away: ${gone.join(', ')}. Choose others there first.`,
            )
        }
        return {
          ...before,
          key: values.key ?? before.key,
          label: values.label ?? before.label,
          kind,
          options,
          required: values.required ?? before.required,
          description: values.description ?? before.description,
        }
      }),

    /** Removes a field. What prompts say in it is kept and no longer shown. */
    removeField: (caller: Caller, libraryId: string, id: string) =>
      change(caller, libraryId, id, 'field.remove', async (before) => ({
        ...before,
        removedAt: clock.now(),
      })),

    /** Puts a field at a place among the others, counted from 0. */
    async moveField(caller: Caller, libraryId: string, id: string, position: number): Promise<FieldRow[]> {
      const actor = await authorize(caller, libraryId, 'taxonomy.manage', 'The field')
      return changes.run(libraryId, actor, async (tx, note) => {
        const before = await store.lockFields(tx, libraryId)
        const moved = before.find((row) => row.id === id)
        if (!moved) throw new NotFoundError('The field')
        if (position < 0 || position >= before.length)
          throw ValidationError.of('position', `The place is a number from 0 to ${before.length - 1}.`)
        const after = before.filter((row) => row.id !== id)
        after.splice(position, 0, moved)
        await store.reorderFields(
          tx,
          libraryId,
          after.map((row) => row.id),
        )
        note({
          action: 'field.move',
          subject: fieldSubject(moved),
          before: before.map(({ key }) => key),
          after: after.map(({ key }) => key),
          details: { position },
        })
        return after.map((row, at) => ({ ...row, position: at }))
      })
    },
  }
}

const valuesOf = (count: number, field: FieldRow) =>
  `${count === 1 ? '1 prompt has a value' : `${count.toLocaleString('en')} prompts have values`} in ${field.label}`

function assertOptions(kind: string, options: readonly string[]): void {
  if (kind === 'select' && options.length === 0)
    throw ValidationError.of('options', 'A select needs options. Give at least one.')
  if (kind !== 'select' && options.length > 0)
    throw ValidationError.of('options', `Only a select has options. Leave them away, or make it a select.`)
}

const fieldSubject = (row: FieldRow) => ({ type: 'field', id: row.id, label: row.key })

function fieldState({ key, label, kind, options, required, description }: FieldRow) {
  return { key, label, kind, options, required, description }
}

async function refusingTaken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new ConflictError('Another field of the library has that key. Choose another.')
  }
}
