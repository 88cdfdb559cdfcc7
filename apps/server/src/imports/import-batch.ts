import { proposeChangeType } from '@incipit/document'
import { STATUSES } from '@incipit/library'
import { contentHash, type VersionScheme } from '@incipit/version-control'
import { type Actor, actorRef } from '../accounts/index.ts'
import type { Changes } from '../audit/index.ts'
import { IncludeCycleError } from '../catalogue/index.ts'
import type { Collaboration, LiveText } from '../collaboration/index.ts'
import type { LibraryRow } from '../libraries/index.ts'
import { type Database, isUniqueViolation, type Transaction } from '../platform/database.ts'
import { ConflictError } from '../platform/errors.ts'
import {
  type NewPrompt,
  type PromptRow,
  type PromptService,
  promptState,
  promptSubject,
} from '../prompts/index.ts'
import { type BranchRow, MAIN, type VersionService } from '../versions/index.ts'
import type { AlikeRow, FindAlike } from './alike.ts'
import type { PlannedRow, RowProblem } from './plan-row.ts'
import { templateLanguageOf } from './template-language.ts'

export interface BatchDeps {
  readonly db: Database
  readonly prompts: PromptService
  readonly versions: VersionService
  readonly collaboration: Collaboration
  readonly changes: Changes
}

/** What rows became; absent counts are none. */
export interface Outcome {
  readonly created?: number
  readonly updated?: number
  readonly skipped?: number
  readonly problems?: readonly RowProblem[]
  /** New rows that are nearly what is there already. */
  readonly alike?: readonly AlikeRow[]
  /** CRLF and lone CR that became LF. */
  readonly lineEndings?: number
}

export interface BatchSpec {
  readonly library: LibraryRow
  readonly actor: Actor
  readonly rows: readonly PlannedRow[]
  /** Rows among them that cannot be imported at all. */
  readonly problems: readonly RowProblem[]
  /** Message of the commits. */
  readonly message: string
  readonly dryRun: boolean
  readonly findAlike: FindAlike
  /** Takes account of an outcome in the transaction that brings it about. Throws when the import was cancelled. */
  readonly record: (tx: Transaction, outcome: Outcome) => Promise<void>
}

/** How a row stands to what the library has. */
interface Sorted {
  readonly fresh: PlannedRow[]
  readonly held: PlannedRow[]
  readonly changed: { readonly row: PlannedRow; readonly prompt: PromptRow }[]
}

/** A changed row that can become a version, with everything that was looked up for it. */
interface Update {
  readonly row: PlannedRow
  readonly prompt: PromptRow
  readonly branch: BranchRow
  readonly live: LiveText
  readonly headContent: string
}

/** Imports rows, a batch at a time. Repeating a batch changes nothing. */
export function createBatches(deps: BatchDeps) {
  const { db, prompts, versions, collaboration, changes } = deps

  async function sort(
    q: Database | Transaction,
    libraryId: string,
    rows: readonly PlannedRow[],
  ): Promise<Sorted> {
    const found =
      rows.length === 0
        ? []
        : await prompts.findByKeys(
            q,
            libraryId,
            rows.map((row) => row.key),
          )
    const promptOf = new Map(found.map((prompt) => [prompt.key, prompt]))
    const existing = rows.flatMap((row) => {
      const prompt = promptOf.get(row.key)
      return prompt ? [{ row, prompt, hash: contentHash(row.content) }] : []
    })
    const held =
      existing.length === 0
        ? new Set<string>()
        : await versions.heldContents(
            q,
            libraryId,
            existing.map(({ prompt }) => prompt.id),
            existing.map(({ hash }) => hash),
          )
    const isHeld = ({ prompt, hash }: { prompt: PromptRow; hash: string }) =>
      prompt.deletedAt === null && held.has(`${prompt.id} ${hash}`)
    return {
      fresh: rows.filter((row) => !promptOf.has(row.key)),
      held: existing.filter(isHeld).map(({ row }) => row),
      changed: existing.filter((entry) => !isHeld(entry)),
    }
  }

  /** New prompts with their first versions, in a number of statements that does not depend on how many there are. */
  async function createFresh(spec: BatchSpec, alike: readonly AlikeRow[]): Promise<Sorted> {
    const { library, actor, message } = spec
    return changes.run(library.libraryId, actor, async (tx, note) => {
      const sorted = await sort(tx, library.libraryId, spec.rows)
      const { fresh, held } = sorted
      if (fresh.length > 0) {
        const list = fresh.map(
          (row): NewPrompt => ({
            ...row,
            templateLanguage: templateLanguageOf(row.content),
            commitMessage: message,
          }),
        )
        const rows = await prompts.createMany(tx, library, actorRef(actor), list, note)
        for (const [index, row] of rows.entries()) {
          note({
            action: 'prompt.create',
            subject: promptSubject(row),
            after: promptState(row, fresh[index]!.tags),
            details: { name: row.name, version: row.version, message },
            promptId: row.id,
          })
        }
      }
      await spec.record(tx, { ...known(spec), alike, created: fresh.length, skipped: held.length })
      return sorted
    })
  }

  /** Creates what can be created: rows whose texts would include themselves are left out and reported. */
  async function createAll(spec: BatchSpec, alike: readonly AlikeRow[], again = false): Promise<Sorted> {
    try {
      return await createFresh(spec, alike)
    } catch (error) {
      // Somebody created a prompt with one of the keys in between: now it is found.
      if (isUniqueViolation(error) && !again) return createAll(spec, alike, true)
      const circular = error instanceof IncludeCycleError ? error : null
      const row = spec.rows.find(({ key }) => key === circular?.key)
      if (!circular || !row) throw error
      const rest = {
        ...spec,
        rows: spec.rows.filter((one) => one !== row),
        problems: [...spec.problems, problemOf(row, circular.message)],
      }
      return createAll(
        rest,
        alike.filter((one) => one.row !== row.row),
        again,
      )
    }
  }

  /** Looks up what updates need: five statements for any number of rows. */
  async function prepare(
    libraryId: string,
    changed: Sorted['changed'],
  ): Promise<{ updates: Update[]; problems: RowProblem[] }> {
    if (changed.length === 0) return { updates: [], problems: [] }
    const problems: RowProblem[] = []
    const updates: Update[] = []
    const ids = changed.map(({ prompt }) => prompt.id)
    const branches = (await versions.branchesOf(libraryId, ids)).filter(({ name }) => name === MAIN)
    const mains = new Map(
      (await Promise.all(branches.map(versions.ready))).map((branch) => [branch.promptId, branch]),
    )
    const live = await collaboration.readMany(
      libraryId,
      [...mains.values()].map((branch) => branch.documentId),
    )
    const headIds = [...mains.values()].flatMap((branch) => branch.headCommitId ?? [])
    const heads = new Map(
      (await versions.findCommits(libraryId, ids, headIds)).map((commit) => [commit.promptId, commit]),
    )
    const contents = await versions.contents(
      libraryId,
      [...heads.values()].map((head) => head.contentHash),
    )
    for (const { row, prompt } of changed) {
      if (prompt.deletedAt !== null) {
        problems.push(problemOf(row, keyOfDeleted(prompt)))
        continue
      }
      const branch = mains.get(prompt.id)!
      const head = heads.get(prompt.id)
      const headContent = head ? contents.get(head.contentHash)! : ''
      const text = live.get(branch.documentId)!
      const problem = obstacle(prompt, row, text.text, headContent)
      if (problem) problems.push(problemOf(row, problem))
      else updates.push({ row, prompt, branch, live: text, headContent })
    }
    return { updates, problems }
  }

  /** A new version on main, after the live document was brought to the same text by an ordinary edit. */
  async function update(spec: BatchSpec, { row, prompt, branch, live, headContent }: Update): Promise<void> {
    const { library, actor, message } = spec
    const { libraryId } = library
    let known = live
    if (live.text !== row.content) {
      await collaboration.edit(libraryId, branch.documentId, row.content, actor)
      known = await collaboration.read(libraryId, branch.documentId)
    }
    await changes.run(libraryId, actor, async (tx, note) => {
      const [present] = await prompts.findByKeys(tx, libraryId, [prompt.key])
      if (present?.headCommitId !== prompt.headCommitId) {
        throw new ConflictError('Somebody committed to this prompt during the import. Import the row again.')
      }
      const ours = prompt.templateLanguage === 'mustache'
      const { commit } = await versions.commitContent(tx, {
        prompt: present,
        content: row.content,
        message,
        changeType: ours ? proposeChangeType(headContent, row.content).changeType : 'fix',
        author: actorRef(actor),
        scheme: library.versionScheme as VersionScheme,
      })
      // Somebody may have written since: then their contributions stay with the live text.
      if (known.text === row.content)
        await collaboration.clearContributors(tx, libraryId, branch.documentId, known.headSeq)
      note({
        action: 'commit.create',
        subject: { type: 'commit', id: commit.id, label: commit.version ?? commit.id.slice(0, 7) },
        before: { head: branch.headCommitId, content: contentHash(headContent) },
        after: { head: commit.id, content: commit.contentHash },
        details: {
          prompt: prompt.key,
          branch: branch.name,
          branchId: branch.id,
          version: commit.version,
          changeType: commit.changeType,
          authors: [actor.name],
        },
        promptId: prompt.id,
      })
      await spec.record(tx, { updated: 1 })
    })
  }

  async function updateAll(spec: BatchSpec, updates: readonly Update[]): Promise<RowProblem[]> {
    const problems: RowProblem[] = []
    for (const entry of updates) {
      try {
        await update(spec, entry)
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error
        problems.push(problemOf(entry.row, error.message))
      }
    }
    return problems
  }

  async function dry(spec: BatchSpec): Promise<void> {
    const { libraryId } = spec.library
    const { fresh, held, changed } = await sort(db, libraryId, spec.rows)
    const { updates, problems } = await prepare(libraryId, changed)
    const alike = await spec.findAlike(fresh)
    await db.transaction((tx) =>
      spec.record(tx, {
        ...known(spec),
        alike,
        created: fresh.length,
        updated: updates.length,
        skipped: held.length,
        problems: [...spec.problems, ...problems],
      }),
    )
  }

  return {
    /** Imports a batch, or with `dryRun` only counts what it would do. */
    async run(spec: BatchSpec): Promise<void> {
      if (spec.dryRun) return dry(spec)
      const { fresh } = await sort(db, spec.library.libraryId, spec.rows)
      const sorted = await createAll(spec, await spec.findAlike(fresh))
      const { updates, problems } = await prepare(spec.library.libraryId, sorted.changed)
      const late = await updateAll(spec, updates)
      const all = [...problems, ...late]
      if (all.length > 0) {
        await db.transaction((tx) => spec.record(tx, { problems: all }))
      }
    },
  }
}

/** What is known of a batch before the library is asked. */
function known({ rows, problems }: BatchSpec): Outcome {
  return { problems, lineEndings: rows.reduce((sum, row) => sum + row.lineEndings, 0) }
}

function problemOf({ row, line, name }: PlannedRow, message: string): RowProblem {
  return { row, line, name, message }
}

function keyOfDeleted({ key }: PromptRow): string {
  return `The key ${key} belonged to a prompt that was deleted, and is not given again. Give the row another name.`
}

/** Why a prompt cannot take a new version from a file; null when it can. */
function obstacle(prompt: PromptRow, row: PlannedRow, live: string, head: string): string | null {
  const rule = STATUSES.find((entry) => entry.status === prompt.status)
  if (!rule?.editable) return `The prompt ${prompt.key} is ${prompt.status} and takes no new version.`
  // A live text that is the row's already is what an import that was cut off leaves behind.
  if (live === head || live === row.content) return null
  return `The prompt ${prompt.key} has uncommitted changes. Commit or undo them, then import the row again.`
}
