import { FIELD_KINDS, type FieldKind } from '@incipit/library'
import { builder, enumOf } from '../graphql/builder.ts'
import { failures } from '../graphql/errors.ts'
import { findableAs, libraryOf, Node, nodeId, rowOf } from '../graphql/node.ts'
import { LibraryType } from '../libraries/schema.ts'
import { PromptType } from '../prompts/schema.ts'
import type { FieldRow } from './index.ts'

const FieldKindEnum = enumOf('CustomFieldKind', FIELD_KINDS, 'What a custom field holds', {
  text: 'A text of several lines',
  number: 'A number',
  boolean: 'Yes or no',
  date: 'A day',
  select: 'One of its options',
  url: 'A web address',
})

const CustomFieldType = builder.objectRef<FieldRow>('CustomField').implement({
  description: 'A field of metadata that the library defines for its prompts',
  interfaces: [Node],
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name for programs, and in YAML' }),
    label: t.exposeString('label', { description: 'Its name for people' }),
    kind: t.field({
      type: FieldKindEnum,
      description: 'What it holds',
      resolve: (row) => row.kind as FieldKind,
    }),
    options: t.exposeStringList('options', { description: 'What a select offers; empty for other kinds' }),
    required: t.exposeBoolean('required', {
      description: 'Whether whoever gives values has to give this one',
    }),
    description: t.exposeString('description', { description: 'What belongs there; may be empty' }),
    position: t.exposeInt('position', { description: 'Its place among the others' }),
  }),
})
nodeId(CustomFieldType, (row) => [row.libraryId, row.id])
findableAs(
  'CustomField',
  2,
  async ([libraryId, id], { loaders }) =>
    ((await loaders.customFields.load(libraryId!)) ?? []).find((row) => row.id === id) ?? null,
)

builder.objectField(LibraryType, 'customFields', (t) =>
  t.field({
    type: [CustomFieldType],
    description: 'Fields the library defines for its prompts, in their order; at most 30',
    resolve: async (row, _args, { loaders }) => (await loaders.customFields.load(row.libraryId)) ?? [],
  }),
)

interface CustomValueView {
  readonly field: FieldRow
  readonly value: string | null
}
const CustomValueType = builder.objectRef<CustomValueView>('CustomValue').implement({
  description: 'What a prompt says in a custom field',
  fields: (t) => ({
    field: t.field({ type: CustomFieldType, description: 'The field', resolve: ({ field }) => field }),
    value: t.exposeString('value', {
      nullable: true,
      description: 'As text: true or false, a number, a day such as 2026-01-31; null where it says nothing',
    }),
  }),
})
builder.objectField(PromptType, 'customValues', (t) =>
  t.field({
    type: [CustomValueType],
    description: 'What it says in the library’s own fields: all of them, in their order',
    resolve: async (row, _args, { loaders }) =>
      ((await loaders.customFields.load(row.libraryId)) ?? []).map((field) => ({
        field,
        value: row.customValues[field.id]?.toString() ?? null,
      })),
  }),
)

const CustomFieldCreateInput = builder.inputType('CustomFieldCreateInput', {
  description: 'A new field; it stands last',
  fields: (t) => ({
    libraryId: t.id({ required: true, description: 'The library' }),
    key: t.string({ required: true, description: 'kebab-case or camelCase, at most 40 characters' }),
    label: t.string({ required: true, description: 'Its name for people' }),
    kind: t.field({ type: FieldKindEnum, required: true, description: 'What it holds' }),
    options: t.stringList({ description: 'What a select offers, at most 50' }),
    required: t.boolean({
      description: 'Whether whoever gives values has to give this one; no where absent',
    }),
    description: t.string({ description: 'What belongs there' }),
  }),
})
const CustomFieldUpdateInput = builder.inputType('CustomFieldUpdateInput', {
  description: 'What to change; absent fields stay',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The field' }),
    key: t.string({ description: 'Its name for programs' }),
    label: t.string({ description: 'Its name for people' }),
    kind: t.field({ type: FieldKindEnum, description: 'Another kind; only while no prompt has a value' }),
    options: t.stringList({ description: 'All of them from now on; those in use have to stay' }),
    required: t.boolean({ description: 'Whether whoever gives values has to give this one' }),
    description: t.string({ description: 'What belongs there' }),
  }),
})
const CustomFieldRemoveInput = builder.inputType('CustomFieldRemoveInput', {
  description: 'A field to remove',
  fields: (t) => ({ id: t.id({ required: true, description: 'The field' }) }),
})
const CustomFieldMoveInput = builder.inputType('CustomFieldMoveInput', {
  description: 'Where a field goes',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The field' }),
    position: t.int({ required: true, description: 'Its new place, counted from 0' }),
  }),
})
const fieldPayload = (name: string, description: string) =>
  builder.objectRef<FieldRow>(name).implement({
    description,
    fields: (t) => ({
      field: t.field({ type: CustomFieldType, description: 'The field', resolve: (row) => row }),
    }),
  })
const CustomFieldCreatePayload = fieldPayload('CustomFieldCreatePayload', 'Created')
const CustomFieldUpdatePayload = fieldPayload('CustomFieldUpdatePayload', 'Saved')
const CustomFieldRemovePayload = fieldPayload(
  'CustomFieldRemovePayload',
  'Removed: values are kept and no longer shown',
)
const CustomFieldMovePayload = builder.objectRef<{ fields: FieldRow[] }>('CustomFieldMovePayload').implement({
  description: 'Moved',
  fields: (t) => ({
    fields: t.field({
      type: [CustomFieldType],
      description: 'All fields in their order',
      resolve: ({ fields }) => fields,
    }),
  }),
})

builder.mutationFields((t) => ({
  customFieldCreate: t.field({
    type: CustomFieldCreatePayload,
    description: 'Defines a field of metadata; for admins',
    args: { input: t.arg({ type: CustomFieldCreateInput, required: true }) },
    errors: failures('CustomFieldCreateResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input: { libraryId, ...input } }, { features, caller }) =>
      features.taxonomy.createField(caller, libraryOf(libraryId), input),
  }),
  customFieldUpdate: t.field({
    type: CustomFieldUpdatePayload,
    description: 'Changes a field of metadata; for admins',
    args: { input: t.arg({ type: CustomFieldUpdateInput, required: true }) },
    errors: failures('CustomFieldUpdateResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input: { id, ...input } }, { features, caller }) => {
      const key = rowOf(id, 'CustomField', 'The field')
      return features.taxonomy.updateField(caller, key.libraryId, key.id, input)
    },
  }),
  customFieldRemove: t.field({
    type: CustomFieldRemovePayload,
    description: 'Removes a field of metadata; for admins',
    args: { input: t.arg({ type: CustomFieldRemoveInput, required: true }) },
    errors: failures('CustomFieldRemoveResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input }, { features, caller }) => {
      const key = rowOf(input.id, 'CustomField', 'The field')
      return features.taxonomy.removeField(caller, key.libraryId, key.id)
    },
  }),
  customFieldMove: t.field({
    type: CustomFieldMovePayload,
    description: 'Puts a field at another place; for admins',
    args: { input: t.arg({ type: CustomFieldMoveInput, required: true }) },
    errors: failures('CustomFieldMoveResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: async (_root, { input }, { features, caller }) => {
      const key = rowOf(input.id, 'CustomField', 'The field')
      const fields = await features.taxonomy.moveField(caller, key.libraryId, key.id, input.position)
      return { fields }
    },
  }),
}))
