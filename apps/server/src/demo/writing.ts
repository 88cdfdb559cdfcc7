import type { Caller, LibraryRow } from '../libraries/index.ts'
import type { BranchRow } from '../versions/index.ts'
import { applyEdit, type DemoMove, type DemoPrompt, type DemoStep } from './demo-prompt.ts'
import type { Past } from './past.ts'
import type { DemoName } from './people.ts'

export type CallerOf = (name: DemoName) => Caller

/** A branch under way: its live text and its row as they are at the moment. */
export interface Draft {
  text: string
  branch: BranchRow
}

/** The prompts as they come to be: creates, edits and commits as their writers would. */
export class Writing {
  readonly #past: Past
  readonly #library: LibraryRow
  readonly #callerOf: CallerOf
  readonly #mains = new Map<DemoPrompt, Draft>()

  constructor(past: Past, library: LibraryRow, callerOf: CallerOf) {
    this.#past = past
    this.#library = library
    this.#callerOf = callerOf
  }

  async begin(prompt: DemoPrompt): Promise<void> {
    const { name, category, subcategory, variant, description, tags, text, message } = prompt
    const row = await this.#past.prompts.createOne(
      this.#callerOf(prompt.by).actor!,
      this.#library,
      { name, category, subcategory, variant, description, tags: [...tags], content: text },
      message,
    )
    const [main] = await this.#past.versions.branchesOf(this.#library.libraryId, [row.id])
    this.#mains.set(prompt, { text, branch: main! })
  }

  async move(prompt: DemoPrompt, { by, to, reason }: DemoMove): Promise<void> {
    const { libraryId, promptId } = this.mainOf(prompt).branch
    await this.#past.lifecycle.move(this.#callerOf(by), libraryId, promptId, { to, reason })
  }

  mainOf(prompt: DemoPrompt): Draft {
    return this.#mains.get(prompt)!
  }

  /** Writes a step into a branch's live text, and commits it where it says so. */
  async take(draft: Draft, step: DemoStep): Promise<void> {
    const [first, ...rest] = step.edits
    if (step.with) {
      await this.#edit(draft, step.with, [first!])
      await this.#edit(draft, step.by, rest)
    } else {
      await this.#edit(draft, step.by, step.edits)
    }
    if (step.commit) await this.#commit(draft, step.by, step.commit)
  }

  /** Looks again at a branch that a merge has moved. */
  async refresh(draft: Draft): Promise<void> {
    const { libraryId, id, documentId } = draft.branch
    const [branch] = await this.#past.versions.findBranches(libraryId, [id])
    draft.branch = branch!
    draft.text = (await this.#past.collaboration.read(libraryId, documentId)).text
  }

  async #edit(draft: Draft, writer: DemoName, edits: DemoStep['edits']): Promise<void> {
    draft.text = edits.reduce(applyEdit, draft.text)
    const { libraryId, documentId } = draft.branch
    await this.#past.collaboration.edit(libraryId, documentId, draft.text, this.#callerOf(writer).actor!)
  }

  async #commit(
    draft: Draft,
    writer: DemoName,
    commit: { message: string; changeType: string },
  ): Promise<void> {
    const { libraryId, id, headCommitId } = draft.branch
    // What is told of the past was reviewed in the past: the rules of direct commits are not asked.
    const isRuled = false
    const input = { libraryId, branchId: id, expectedHead: headCommitId, ...commit }
    const done = await this.#past.versions.commit(this.#callerOf(writer), input, isRuled)
    draft.branch = done.branch
  }
}
