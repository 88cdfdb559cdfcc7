import {
  DEFAULT_SUBCATEGORY,
  libraryCategories,
  nameFromTitle,
  normalizeTag,
  promptKey,
  starterText,
  templateOf,
} from '@incipit/library'
import type { VersionScheme } from '@incipit/version-control'
import type { z } from 'zod'
import { type ActorRef, actorRef, type SystemActor } from '../accounts/index.ts'
import type { ChangeNote, Changes } from '../audit/index.ts'
import { textFactsOf } from '../catalogue/index.ts'
import { authorize, type Caller, type LibraryRow } from '../libraries/index.ts'
import type { Transaction } from '../platform/database.ts'
import { ConflictError, NotFoundError, ValidationError } from '../platform/errors.ts'
import { parseInput } from '../platform/input.ts'
import { checkedContent, modifiedBy } from '../versions/index.ts'
import type { PromptDeps } from './deps.ts'
import type { Filing } from './filing.ts'
import { createInput } from './prompt-input.ts'
import { promptState, promptSubject } from './prompt-state.ts'
import { refusingTaken } from './refusing-taken.ts'
import type { NewPromptRow, PromptRow } from './store.ts'

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

/** New prompts: one by a person, many by an import or the demo. */
export function createCreation(deps: PromptDeps, { tagRows, registerSubcategories }: Filing) {
  const { store, versions, catalogue, taxonomy, findLibraries, changes, clock, newId } = deps

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
  }
}
