import { builder } from '../graphql/builder.ts'
import { failures } from '../graphql/errors.ts'
import { libraryOf } from '../graphql/node.ts'
import { LibraryType } from '../libraries/schema.ts'
import type { CategoryView, SubcategoryView } from './index.ts'

const SubcategoryType = builder.objectRef<SubcategoryView>('Subcategory').implement({
  description: 'Second level of the taxonomy',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As it stands in keys' }),
    description: t.exposeString('description', { description: 'What belongs there; may be empty' }),
    isOwn: t.exposeBoolean('isOwn', {
      description: 'Whether the library added it; the others are there in every library and stay',
    }),
    promptCount: t.exposeInt('promptCount', { description: 'Prompts in it, archived ones aside' }),
    staleCount: t.exposeInt('staleCount', { description: 'Those of them that are stale' }),
  }),
})

export const CategoryType = builder.objectRef<CategoryView>('Category').implement({
  description: 'First level of the taxonomy, as the library sets it',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As it stands in keys' }),
    meaning: t.exposeString('meaning', { description: 'What belongs there in every library' }),
    description: t.exposeString('description', {
      description: 'What the library writes about it; the meaning where it writes nothing',
    }),
    owner: t.exposeString('owner', { description: 'Who usually answers for its prompts' }),
    reviewRequired: t.exposeBoolean('reviewRequired', { description: 'Whether changes need a review' }),
    subcategories: t.field({
      type: [SubcategoryType],
      description: 'Second levels: general and the usual ones first, then the library’s own by name',
      resolve: (category) => [...category.subcategories],
    }),
    promptCount: t.exposeInt('promptCount', { description: 'Prompts in it, archived ones aside' }),
    staleCount: t.exposeInt('staleCount', { description: 'Those of them that are stale' }),
  }),
})

builder.objectField(LibraryType, 'categories', (t) =>
  t.field({
    type: [CategoryType],
    description: 'The taxonomy’s first level',
    extensions: { cost: 10 },
    resolve: (row, _args, { features }) => features.taxonomy.categories(row),
  }),
)

const CategoryUpdateInput = builder.inputType('CategoryUpdateInput', {
  description: 'What the library says about a category; absent fields stay, null takes back what it said',
  fields: (t) => ({
    libraryId: t.id({ required: true, description: 'The library' }),
    category: t.string({ required: true, description: 'Name of the category' }),
    description: t.string({ description: 'What belongs there' }),
    owner: t.string({ description: 'Who usually answers for its prompts' }),
    reviewRequired: t.boolean({ description: 'Whether changes need a review' }),
  }),
})
const place = (t: Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0]) => ({
  libraryId: t.id({ required: true, description: 'The library' }),
  category: t.string({ required: true, description: 'Name of the category' }),
  name: t.string({ required: true, description: 'Name of the subcategory, kebab-case' }),
})
const SubcategoryCreateInput = builder.inputType('SubcategoryCreateInput', {
  description: 'A second level of the library’s own',
  fields: (t) => ({ ...place(t), description: t.string({ description: 'What belongs there' }) }),
})
const SubcategoryUpdateInput = builder.inputType('SubcategoryUpdateInput', {
  description: 'What to change about a subcategory; absent fields stay',
  fields: (t) => ({
    ...place(t),
    newName: t.string({
      description: 'Another name; only while no prompt has the old one in its key, and never for a usual one',
    }),
    description: t.string({ description: 'What belongs there' }),
  }),
})
const SubcategoryDeleteInput = builder.inputType('SubcategoryDeleteInput', {
  description: 'A subcategory of the library’s own that no prompt uses',
  fields: (t) => place(t),
})
const categoryPayload = (name: string, description: string) =>
  builder.objectRef<CategoryView>(name).implement({
    description,
    fields: (t) => ({
      category: t.field({
        type: CategoryType,
        description: 'The category as it is now',
        resolve: (category) => category,
      }),
    }),
  })
const CategoryUpdatePayload = categoryPayload('CategoryUpdatePayload', 'Saved')
const SubcategoryCreatePayload = categoryPayload('SubcategoryCreatePayload', 'Added')
const SubcategoryUpdatePayload = categoryPayload('SubcategoryUpdatePayload', 'Saved')
const SubcategoryDeletePayload = categoryPayload('SubcategoryDeletePayload', 'Taken away')

builder.mutationFields((t) => ({
  categoryUpdate: t.field({
    type: CategoryUpdatePayload,
    description: 'Sets description, owner or review rule of a category; for admins',
    args: { input: t.arg({ type: CategoryUpdateInput, required: true }) },
    errors: failures('CategoryUpdateResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input: { libraryId, category, ...input } }, { features, caller }) =>
      features.taxonomy.updateCategory(caller, libraryOf(libraryId), category, input),
  }),
  subcategoryCreate: t.field({
    type: SubcategoryCreatePayload,
    description: 'Adds a subcategory; for admins. Writers add one by creating a prompt in it.',
    args: { input: t.arg({ type: SubcategoryCreateInput, required: true }) },
    errors: failures('SubcategoryCreateResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input: { libraryId, category, ...input } }, { features, caller }) =>
      features.taxonomy.createSubcategory(caller, libraryOf(libraryId), category, input),
  }),
  subcategoryUpdate: t.field({
    type: SubcategoryUpdatePayload,
    description: 'Describes a subcategory, or renames an unused one; for admins',
    args: { input: t.arg({ type: SubcategoryUpdateInput, required: true }) },
    errors: failures('SubcategoryUpdateResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input: { libraryId, category, name, ...input } }, { features, caller }) =>
      features.taxonomy.updateSubcategory(caller, { libraryId: libraryOf(libraryId), category, name }, input),
  }),
  subcategoryDelete: t.field({
    type: SubcategoryDeletePayload,
    description: 'Takes away a subcategory of the library’s own that no prompt uses; for admins',
    args: { input: t.arg({ type: SubcategoryDeleteInput, required: true }) },
    errors: failures('SubcategoryDeleteResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input: { libraryId, category, name } }, { features, caller }) =>
      features.taxonomy.deleteSubcategory(caller, { libraryId: libraryOf(libraryId), category, name }),
  }),
}))
