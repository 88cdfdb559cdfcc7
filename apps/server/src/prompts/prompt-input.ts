import { CATEGORIES, isCategoryName } from '@incipit/library'
import { z } from 'zod'
import { line, prose } from '../platform/input.ts'
import { namePart } from '../taxonomy/index.ts'

const MOST_TAGS = 20
const MOST_VALUES = 30

const fields = {
  name: line('The name', 1, 200),
  keyName: namePart('The name in the key'),
  description: prose('The description', 2000),
  category: z
    .string()
    .refine(
      isCategoryName,
      `There is no such category. Choose one of ${CATEGORIES.map((entry) => entry.name).join(', ')}.`,
    ),
  subcategory: namePart('The subcategory'),
  variant: namePart('The variant'),
  owner: line('The owner', 0, 80),
  tags: z.array(line('A tag', 1, 50)).max(MOST_TAGS, `A prompt has at most ${MOST_TAGS} tags.`),
}

/** What a new prompt's text is copied from: a template of every library, or a prompt of this one. */
const template = z.union([z.strictObject({ name: z.string() }), z.strictObject({ promptId: z.string() })])

/** What a new prompt is made of. */
export const createInput = z.strictObject({
  name: fields.name,
  keyName: fields.keyName.nullish(),
  description: fields.description.nullish(),
  category: fields.category,
  subcategory: fields.subcategory.nullish(),
  variant: fields.variant.nullish(),
  owner: fields.owner.nullish(),
  tags: fields.tags.nullish(),
  content: z.string().nullish(),
  template: template.nullish(),
})

/** What of a prompt can be changed. */
export const updateInput = z.strictObject({
  name: fields.name.nullish(),
  keyName: fields.keyName.nullish(),
  description: fields.description.nullish(),
  category: fields.category.nullish(),
  subcategory: fields.subcategory.nullish(),
  variant: z.union([fields.variant, z.literal('')]).nullish(),
  owner: fields.owner.nullish(),
  tags: fields.tags.nullish(),
  customValues: z
    .array(z.strictObject({ key: z.string().max(100), value: prose('A value', 5000).nullish() }))
    .max(MOST_VALUES, `At most ${MOST_VALUES} values can be given at once.`)
    .nullish(),
})
