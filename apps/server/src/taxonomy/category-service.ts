import {
  type CategorySetting,
  DEFAULT_SUBCATEGORY,
  isCategoryName,
  type LibraryCategory,
  libraryCategories,
} from '@incipit/library'
import { z } from 'zod'
import { authorize, type Caller, changed, type LibraryRow } from '../libraries/index.ts'
import { ConflictError, NotFoundError } from '../platform/errors.ts'
import { line, parseInput, prose } from '../platform/input.ts'
import type { TaxonomyDeps } from './deps.ts'
import { namePart } from './name-part.ts'
import type { Place, PlaceCount, SubcategoryRow } from './store.ts'

const DAY_MS = 86_400_000
/** Subcategories a library may add to one category. */
const MOST_SUBCATEGORIES = 100

const categoryInput = z.strictObject({
  description: prose('The description', 2000).nullish(),
  owner: line('The owner', 0, 80).nullish(),
  reviewRequired: z.boolean().nullish(),
})
const newSubcategoryInput = z.strictObject({
  name: namePart('The subcategory'),
  description: prose('The description', 1000).nullish(),
})
const subcategoryInput = z.strictObject({
  newName: namePart('The subcategory').nullish(),
  description: prose('The description', 1000).nullish(),
})

/** A second level of the taxonomy as a library has it. */
export interface SubcategoryView {
  readonly category: string
  readonly name: string
  readonly description: string
  /** Whether the library added it; the others are there in every library. */
  readonly isOwn: boolean
  /** Archived prompts aside. */
  readonly promptCount: number
  readonly staleCount: number
}

/** A category as a library has it. */
export interface CategoryView extends Omit<LibraryCategory, 'subcategories'> {
  readonly libraryId: string
  readonly subcategories: readonly SubcategoryView[]
  readonly promptCount: number
  readonly staleCount: number
}

/** Categories with what the library says about them, and their subcategories. */
export function createCategoryService({ db, store, findLibraries, changes, clock }: TaxonomyDeps) {
  async function categories(library: LibraryRow): Promise<CategoryView[]> {
    const { libraryId } = library
    const staleBefore = new Date(clock.now().getTime() - library.staleAfterDays * DAY_MS)
    const [settings, rows, counts] = await Promise.all([
      store.categorySettings(db, libraryId),
      store.subcategories(db, libraryId),
      store.placeCounts(db, libraryId, staleBefore),
    ])
    return libraryCategories(settings).map((category) => viewOf(libraryId, category, rows, counts))
  }

  async function categoryOf(libraryId: string, name: string): Promise<CategoryView> {
    const [library] = await findLibraries([libraryId])
    return (await categories(library!)).find((category) => category.name === name)!
  }

  async function manager(caller: Caller, libraryId: string, category: string) {
    const actor = await authorize(caller, libraryId, 'taxonomy.manage', 'The library')
    if (!isCategoryName(category)) throw new NotFoundError(`The category "${category.slice(0, 40)}"`)
    return actor
  }

  return {
    categories,
    categoryOf,

    /** Sets what the library says about a category; null takes it back to what the taxonomy says. */
    async updateCategory(
      caller: Caller,
      libraryId: string,
      category: string,
      input: z.input<typeof categoryInput>,
    ): Promise<CategoryView> {
      const actor = await manager(caller, libraryId, category)
      const values = parseInput(categoryInput, input)
      await changes.run(libraryId, actor, async (tx, note) => {
        const before = await store.lockCategory(tx, libraryId, category)
        const after: CategorySetting = {
          category,
          description: values.description === undefined ? before.description : values.description,
          owner: values.owner === undefined ? before.owner : values.owner,
          reviewRequired: values.reviewRequired === undefined ? before.reviewRequired : values.reviewRequired,
        }
        await store.saveCategory(tx, libraryId, after)
        note({
          action: 'category.update',
          subject: { type: 'category', id: category, label: category },
          before: { ...before },
          after: { ...after },
          details: changed({ ...before }, { ...after }),
        })
      })
      return categoryOf(libraryId, category)
    },

    async createSubcategory(
      caller: Caller,
      libraryId: string,
      category: string,
      input: z.input<typeof newSubcategoryInput>,
    ): Promise<CategoryView> {
      const actor = await manager(caller, libraryId, category)
      const values = parseInput(newSubcategoryInput, input)
      await changes.run(libraryId, actor, async (tx, note) => {
        await store.lockLibrary(tx, libraryId)
        const rows = (await store.subcategories(tx, libraryId)).filter((row) => row.category === category)
        if (isUsual(category, values.name) || rows.some(({ name }) => name === values.name)) {
          throw new ConflictError(`${category} has the subcategory ${values.name} already.`)
        }
        if (rows.length >= MOST_SUBCATEGORIES) {
          throw new ConflictError(
            `A category takes at most ${MOST_SUBCATEGORIES} subcategories of the library's own. Delete one that no prompt uses.`,
          )
        }
        const row = {
          libraryId,
          category,
          name: values.name,
          description: values.description ?? '',
          createdBy: actor.id,
          createdAt: clock.now(),
        }
        await store.addSubcategories(tx, [row])
        note(subcategoryNote('subcategory.create', null, row))
      })
      return categoryOf(libraryId, category)
    },

    /** Describes a subcategory; renames one of the library's own while no prompt's key carries its name. */
    async updateSubcategory(
      caller: Caller,
      place: Place,
      input: z.input<typeof subcategoryInput>,
    ): Promise<CategoryView> {
      const { libraryId, category } = place
      const actor = await manager(caller, libraryId, category)
      const values = parseInput(subcategoryInput, input)
      const name = values.newName ?? place.name
      await changes.run(libraryId, actor, async (tx, note) => {
        const stored = await store.lockSubcategory(tx, place)
        const used = await store.countIn(tx, place)
        if (!stored && used === 0 && !isUsual(category, place.name)) throw missing()
        if (name !== place.name) {
          refuseIfFixed(place, used, 'renamed')
          if (isUsual(category, name) || (await store.lockSubcategory(tx, { ...place, name }))) {
            throw new ConflictError(
              `${category} has the subcategory ${name} already. Choose another name, or delete ${place.name}.`,
            )
          }
        }
        const before: SubcategoryRow = stored ?? {
          ...place,
          description: '',
          createdBy: actor.id,
          createdAt: clock.now(),
        }
        const after = { ...before, name, description: values.description ?? before.description }
        if (stored) await store.updateSubcategory(tx, place, after)
        else await store.addSubcategories(tx, [after])
        note(subcategoryNote('subcategory.update', before, after))
      })
      return categoryOf(libraryId, category)
    },

    /** Takes away a subcategory of the library's own that no prompt uses. */
    async deleteSubcategory(caller: Caller, place: Place): Promise<CategoryView> {
      const { libraryId, category } = place
      const actor = await manager(caller, libraryId, category)
      await changes.run(libraryId, actor, async (tx, note) => {
        const stored = await store.lockSubcategory(tx, place)
        const used = await store.countIn(tx, place)
        if (!stored && used === 0 && !isUsual(category, place.name)) throw missing()
        refuseIfFixed(place, used, 'deleted')
        await store.deleteSubcategory(tx, place)
        note(subcategoryNote('subcategory.delete', stored, null))
      })
      return categoryOf(libraryId, category)
    },
  }
}

const missing = () => new NotFoundError('The subcategory')

/** Whether every library has the subcategory. */
function isUsual(category: string, name: string): boolean {
  const usual = libraryCategories([]).find((entry) => entry.name === category)?.subcategories ?? []
  return name === DEFAULT_SUBCATEGORY || usual.includes(name)
}

function refuseIfFixed({ category, name }: Place, used: number, what: string): void {
  if (isUsual(category, name)) {
    throw new ConflictError(`${name} belongs to ${category} in every library and cannot be ${what}.`)
  }
  if (used === 0) return
  const prompts = used === 1 ? '1 prompt has' : `${used.toLocaleString('en')} prompts have`
  throw new ConflictError(
    `${prompts} ${name} in the key, archived ones included, and programs fetch prompts by their keys: it cannot be ${what} now. Move those prompts to another subcategory first.`,
  )
}

function viewOf(
  libraryId: string,
  category: LibraryCategory,
  rows: readonly SubcategoryRow[],
  counts: readonly PlaceCount[],
): CategoryView {
  const own = rows.filter((row) => row.category === category.name)
  const counted = counts.filter((entry) => entry.category === category.name)
  const names = new Set([
    DEFAULT_SUBCATEGORY,
    ...category.subcategories,
    ...own.map(({ name }) => name),
    ...counted.map(({ subcategory }) => subcategory).sort(),
  ])
  const subcategories = [...names].map((name): SubcategoryView => {
    const entry = counted.find(({ subcategory }) => subcategory === name)
    return {
      category: category.name,
      name,
      description: own.find((row) => row.name === name)?.description ?? '',
      isOwn: !isUsual(category.name, name),
      promptCount: entry?.count ?? 0,
      staleCount: entry?.stale ?? 0,
    }
  })
  return {
    ...category,
    libraryId,
    subcategories,
    promptCount: subcategories.reduce((sum, { promptCount }) => sum + promptCount, 0),
    staleCount: subcategories.reduce((sum, { staleCount }) => sum + staleCount, 0),
  }
}

/** The subcategories of prompts that are in no library by themselves, to be added where they are missing. */
export function newSubcategories(
  rows: readonly { readonly libraryId: string; readonly category: string; readonly subcategory: string }[],
  createdBy: string,
  createdAt: Date,
): SubcategoryRow[] {
  const unusual = rows.filter(({ category, subcategory }) => !isUsual(category, subcategory))
  return [
    ...new Map(
      unusual.map(({ libraryId, category, subcategory: name }) => [
        `${category} ${name}`,
        { libraryId, category, name, description: '', createdBy, createdAt },
      ]),
    ).values(),
  ]
}

/** How the audit log tells of a subcategory. */
export function subcategoryNote(action: string, before: SubcategoryRow | null, after: SubcategoryRow | null) {
  const row = (after ?? before)!
  const state = ({ name, description }: SubcategoryRow) => ({ category: row.category, name, description })
  return {
    action,
    subject: { type: 'subcategory', id: `${row.category}/${row.name}`, label: `${row.category}-${row.name}` },
    ...(before && { before: state(before) }),
    ...(after && { after: state(after) }),
    details:
      before && after ? changed(state(before), state(after)) : { category: row.category, name: row.name },
  }
}
