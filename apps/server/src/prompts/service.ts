import {
  DEFAULT_SUBCATEGORY,
  libraryCategories,
  nameFromTitle,
  normalizeTag,
  promptKey,
  starterText,
  tagCategoryOf,
  templateOf,
} from '@incipit/library'
import type { VersionScheme } from '@incipit/version-control'
import type { z } from 'zod'
import { type ActorRef, actorRef, type SystemActor } from '../accounts/index.ts'
import type { ChangeNote, Changes } from '../audit/index.ts'
import { type Catalogue, textFactsOf } from '../catalogue/index.ts'
import { authorize, type Caller, changed, type LibraryRow } from '../libraries/index.ts'
import type { Clock } from '../platform/clock.ts'
import { type Database, isUniqueViolation, type Queryable, type Transaction } from '../platform/database.ts'
import { ConflictError, NotFoundError, ValidationError } from '../platform/errors.ts'
import type { NewId } from '../platform/ids.ts'
import { parseInput } from '../platform/input.ts'
import { newSubcategories, subcategoryNote, type TaxonomyStore } from '../taxonomy/index.ts'
import { checkedContent, modifiedBy, type VersionService } from '../versions/index.ts'
import { withValues } from './custom-values.ts'
import { loadPrompt } from './load-prompt.ts'
import { createInput, updateInput } from './prompt-input.ts'
import { promptState, promptSubject } from './prompt-state.ts'
import type { NewPromptRow, PromptRow, PromptStore, TagRow } from './store.ts'

/** A prompt about to be created, checked and normalized. */
export interface NewPrompt {
  readonly key: string
  readonly name: string
  readonly description: string
  readonly category: string
  readonly subcategory: string
  /** Empty: the category's usual owner. */
  readonly owner: string
  readonly tags: readonly string[]
  readonly content: string
  readonly templateLanguage: string
  /** Message of the first commit; null leaves the text uncommitted in the live document. */
  readonly commitMessage: string | null
}

/** A text that a new prompt begins with, and what the audit log calls where it comes from. */
interface TemplateText {
  readonly name: string
  readonly content: string
  readonly templateLanguage: string
}

export interface PromptDeps {
  readonly db: Database
  readonly store: PromptStore
  readonly versions: VersionService
  readonly catalogue: Catalogue
  readonly taxonomy: TaxonomyStore
  readonly findLibraries: (ids: readonly string[]) => Promise<LibraryRow[]>
  readonly changes: Changes
  readonly clock: Clock
  readonly newId: NewId
}

/** Prompts as things: names, places, tags, archive. Their text belongs to versions and collaboration. */
export function createPromptService(deps: PromptDeps) {
  const { db, store, versions, catalogue, taxonomy, findLibraries, changes, clock, newId } = deps

  async function tagRows(
    q: Queryable,
    libraryId: string,
    names: readonly string[],
    createdBy: string,
  ): Promise<TagRow[]> {
    const normalized = [...new Set(names.map(normalizeTag).filter((name) => name !== ''))]
    return store.ensureTags(
      q,
      libraryId,
      normalized.map((name) => ({
        id: newId(),
        name,
        category: tagCategoryOf(name),
        createdBy,
        createdAt: clock.now(),
      })),
    )
  }

  /** Subcategories nobody used before become the library's own. One statement. */
  async function registerSubcategories(
    tx: Transaction,
    author: ActorRef,
    rows: readonly Pick<PromptRow, 'libraryId' | 'category' | 'subcategory'>[],
    note: (change: ChangeNote) => void,
  ): Promise<void> {
    const added = await taxonomy.addSubcategories(tx, newSubcategories(rows, author.id, clock.now()))
    for (const row of added) note(subcategoryNote('subcategory.create', null, row))
  }

  /** Creates prompts with their mains and documents in the caller's transaction: a fixed number of statements. */
  async function createMany(
    tx: Transaction,
    library: Pick<LibraryRow, 'libraryId' | 'versionScheme'>,
    author: ActorRef,
    list: readonly NewPrompt[],
    note: (change: ChangeNote) => void,
  ): Promise<PromptRow[]> {
    const now = clock.now()
    const categories = libraryCategories(await taxonomy.categorySettings(tx, library.libraryId))
    const ownerOf = new Map<string, string>(categories.map(({ name, owner }) => [name, owner]))
    const facts = await Promise.all(list.map((spec) => textFactsOf(spec.templateLanguage, spec.content)))
    const rows = list.map(
      (spec, index): NewPromptRow => ({
        libraryId: library.libraryId,
        id: newId(),
        key: spec.key,
        name: spec.name,
        description: spec.description,
        category: spec.category,
        subcategory: spec.subcategory,
        status: 'draft',
        archivedFrom: null,
        templateLanguage: spec.templateLanguage,
        owner: spec.owner || (ownerOf.get(spec.category) ?? ''),
        authorKind: author.kind,
        authorId: author.id,
        authorName: author.name,
        ...modifiedBy(author, now),
        headCommitId: null,
        version: null,
        ...facts[index]!,
        customValues: {},
        createdAt: now,
        archivedAt: null,
        deletedAt: null,
      }),
    )
    await store.insertPrompts(tx, rows)
    await registerSubcategories(tx, author, rows, note)
    await catalogue.record(
      tx,
      library.libraryId,
      rows.map((prompt, index) => ({ prompt, content: list[index]!.content })),
    )
    const heads = await versions.startPrompts(
      tx,
      library.versionScheme as VersionScheme,
      rows.map((row, index) => ({
        libraryId: row.libraryId,
        promptId: row.id,
        text: list[index]!.content,
        author,
        commit:
          list[index]!.commitMessage === null
            ? null
            : { message: list[index]!.commitMessage!, changeType: 'feature' },
      })),
    )
    await store.setHeads(tx, library.libraryId, [...heads.values()])
    const tags = await tagRows(
      tx,
      library.libraryId,
      list.flatMap((spec) => spec.tags),
      author.id,
    )
    const idOf = new Map(tags.map((tag) => [tag.name, tag.id]))
    await store.insertPromptTags(
      tx,
      rows.flatMap((row, index) =>
        [...new Set(list[index]!.tags.map(normalizeTag))].flatMap((name) =>
          idOf.has(name) ? [{ libraryId: row.libraryId, promptId: row.id, tagId: idOf.get(name)! }] : [],
        ),
      ),
    )
    await catalogue.refreshSearch(
      tx,
      library.libraryId,
      rows.map((row) => row.id),
    )
    return rows.map((row) => {
      const head = heads.get(row.id)
      return head ? { ...row, headCommitId: head.id, version: head.version } : row
    })
  }

  /** @throws NotFoundError for a template there is not, ConflictError for a prompt without a committed text */
  async function templateText(
    libraryId: string,
    template: { readonly name: string } | { readonly promptId: string },
  ): Promise<TemplateText> {
    if ('name' in template) {
      const found = templateOf(template.name)
      if (!found) throw new NotFoundError('The template')
      return { name: found.id, content: found.content, templateLanguage: 'mustache' }
    }
    const [prompt] = await store.findPrompts(libraryId, [template.promptId])
    if (!prompt) throw new NotFoundError('The template')
    const ids = prompt.headCommitId ? [prompt.headCommitId] : []
    const [head] = await versions.findCommits(libraryId, [prompt.id], ids)
    if (!head) throw new ConflictError(`${prompt.key} has no committed text to copy. Commit it first.`)
    const content = (await versions.contents(libraryId, [head.contentHash])).get(head.contentHash)!
    const { templateLanguage } = prompt
    return { name: `${prompt.key}@${head.version ?? head.id.slice(0, 7)}`, content, templateLanguage }
  }

  return {
    createMany,

    async create(caller: Caller, libraryId: string, input: z.input<typeof createInput>): Promise<PromptRow> {
      const actor = await authorize(caller, libraryId, 'prompt.create', 'The library')
      const values = parseInput(createInput, input)
      const [library] = await findLibraries([libraryId])
      const source = values.template ? await templateText(libraryId, values.template) : null
      if (source && values.content != null)
        throw ValidationError.of('content', 'Give a text or a template to copy, not both.')
      return this.createOne(actor, library!, values, null, source)
    },

    /** Creates one prompt for an actor who was let in already. */
    async createOne(
      actor: Parameters<Changes['run']>[1] | SystemActor,
      library: LibraryRow,
      values: z.output<typeof createInput>,
      commitMessage: string | null,
      source: TemplateText | null = null,
    ): Promise<PromptRow> {
      const category = values.category as Parameters<typeof promptKey>[0]['category']
      const subcategory = values.subcategory ?? DEFAULT_SUBCATEGORY
      const key = promptKey({
        category,
        subcategory,
        name: values.keyName ?? nameFromTitle(values.name),
        variant: values.variant ?? null,
      })
      const spec: NewPrompt = {
        key,
        name: values.name,
        description: values.description ?? '',
        category,
        subcategory,
        owner: values.owner ?? '',
        tags: values.tags ?? [],
        content: checkedContent(
          source?.content ?? values.content ?? starterText(values.description ?? ''),
          'content',
        ),
        templateLanguage: source?.templateLanguage ?? 'mustache',
        commitMessage,
      }
      return refusingTaken(
        () => key,
        () =>
          changes.run(library.libraryId, actor, async (tx, note) => {
            const [row] = await createMany(tx, library, actorRef(actor), [spec], note)
            note({
              action: 'prompt.create',
              subject: promptSubject(row!),
              after: promptState(row!, spec.tags.map(normalizeTag)),
              details: {
                name: row!.name,
                commit: row!.headCommitId,
                version: row!.version,
                ...(source && { template: source.name }),
              },
              promptId: row!.id,
            })
            return row!
          }),
      )
    },

    async update(
      caller: Caller,
      libraryId: string,
      id: string,
      input: z.input<typeof updateInput>,
    ): Promise<PromptRow> {
      const { actor } = await loadPrompt(store, caller, libraryId, id, 'prompt.update')
      const values = parseInput(updateInput, input)
      let wanted = ''
      return refusingTaken(
        () => wanted,
        () =>
          changes.run(libraryId, actor, async (tx, note) => {
            // Before the prompt, as merging tags does it: neither waits for what the other holds.
            const rows = values.tags ? await tagRows(tx, libraryId, values.tags, actor.id) : null
            const before = await store.lockPrompt(tx, libraryId, id)
            if (before.status === 'archived') {
              throw new ConflictError(
                'This prompt is archived. Ask an admin to restore it before you change it.',
              )
            }
            const moved = movedTo(before, values)
            wanted = moved.key ?? before.key
            if (moved.key !== undefined && moved.key !== before.key) {
              const includers = await catalogue.includersOf(tx, libraryId, before.key)
              if (includers.total > 0) throw new ConflictError(includers.sentence('given another key'))
            }
            const tagsBefore = (await store.tagsOf(tx, libraryId, [id])).map((entry) => entry.tag.name)
            if (rows)
              await store.setTags(
                tx,
                libraryId,
                id,
                rows.map((row) => row.id),
              )
            const custom = values.customValues
              ? withValues(
                  await taxonomy.shareFields(tx, libraryId),
                  before.customValues,
                  values.customValues,
                )
              : null
            const after = await store.updatePrompt(tx, before, {
              ...moved,
              ...(custom && { customValues: custom.values }),
              name: values.name ?? before.name,
              description: values.description ?? before.description,
              owner: values.owner ?? before.owner,
              ...modifiedBy(actorRef(actor), clock.now()),
            })
            if (after.key !== before.key) await catalogue.recordKey(tx, after)
            await catalogue.refreshSearch(tx, libraryId, [id])
            await registerSubcategories(tx, actorRef(actor), [after], note)
            const tagsAfter = rows ? rows.map((row) => row.name).sort() : tagsBefore
            const states = [promptState(before, tagsBefore), promptState(after, tagsAfter)] as const
            note({
              action: 'prompt.update',
              subject: promptSubject(after),
              before: states[0],
              after: states[1],
              details: {
                ...changed(states[0], states[1]),
                ...(custom && { customValues: custom.changes.map((change) => ({ ...change })) }),
              },
              promptId: id,
            })
            return after
          }),
      )
    },

    findByKey: (libraryId: string, key: string) =>
      key.length > 300 || key.includes('\u0000') ? null : store.findByKey(db, libraryId, key),
    findByKeys: store.findByKeys,
    findPrompts: store.findPrompts,
    findTag: store.findTag,
    tagsOf: (libraryId: string, ids: readonly string[]) => store.tagsOf(db, libraryId, ids),
  }
}

export type PromptService = ReturnType<typeof createPromptService>

/** The key after a move to another category, subcategory, name or variant; unchanged where none of them is given. */
function movedTo(before: PromptRow, values: z.output<typeof updateInput>) {
  const moves =
    values.category != null || values.subcategory != null || values.keyName != null || values.variant != null
  if (!moves) return {}
  const category = values.category ?? before.category
  const subcategory = values.subcategory ?? before.subcategory
  const rest = before.key.slice(`${before.category}-${before.subcategory}-`.length)
  const name = values.keyName ?? rest
  const key = promptKey({
    category: category as Parameters<typeof promptKey>[0]['category'],
    subcategory,
    name,
    variant: values.variant || null,
  })
  return { category, subcategory, key }
}

async function refusingTaken<T>(key: () => string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new ConflictError(
      `A prompt with the key ${key()} exists already, perhaps in the archive. Choose another name, subcategory or variant.`,
    )
  }
}
