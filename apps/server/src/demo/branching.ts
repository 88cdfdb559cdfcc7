import { type DemoBranch, type DemoDeed, type DemoRequest, lineWith } from './demo-branch.ts'
import type { Past } from './past.ts'
import type { CallerOf, Draft, Writing } from './writing.ts'

/** A branch under way, with its change request and the newest comment on that. */
interface Opened extends Draft {
  request: { readonly libraryId: string; readonly id: string } | null
  comment: { readonly libraryId: string; readonly id: string } | null
}

/** The branches as they come to be: opened, written on, reviewed and merged as people would. */
export class Branching {
  readonly #past: Past
  readonly #writing: Writing
  readonly #callerOf: CallerOf
  readonly #opened = new Map<DemoBranch, Opened>()

  constructor(past: Past, writing: Writing, callerOf: CallerOf) {
    this.#past = past
    this.#writing = writing
    this.#callerOf = callerOf
  }

  async open(branch: DemoBranch): Promise<void> {
    const { libraryId, promptId } = this.#writing.mainOf(branch.prompt).branch
    const row = await this.#past.versions.createBranch(this.#callerOf(branch.by), {
      libraryId,
      promptId,
      name: branch.name,
      from: null,
    })
    const { text } = await this.#past.collaboration.read(libraryId, row.documentId)
    this.#opened.set(branch, { text, branch: row, request: null, comment: null })
  }

  draftOf(branch: DemoBranch): Draft {
    return this.#opened.get(branch)!
  }

  async request(branch: DemoBranch, { by, title, description }: DemoRequest): Promise<void> {
    const opened = this.#opened.get(branch)!
    opened.request = await this.#past.changeRequests.open(this.#callerOf(by), {
      source: opened.branch,
      target: null,
      title,
      description,
    })
  }

  async do(branch: DemoBranch, deed: DemoDeed): Promise<void> {
    const opened = this.#opened.get(branch)!
    const { libraryId, id } = opened.request!
    const { changeRequests } = this.#past
    const caller = this.#callerOf(deed.by)
    const head = opened.branch.headCommitId!
    if (deed.kind === 'comment' || deed.kind === 'answer') {
      const at = deed.kind === 'comment' ? deed.at : undefined
      const { comment } = await changeRequests.comment(caller, {
        libraryId,
        id,
        body: deed.body,
        anchor: at ? { commit: head, side: 'head', line: lineWith(opened.text, at) } : null,
        replyTo: deed.kind === 'answer' ? opened.comment : null,
      })
      opened.comment = comment
    } else if (deed.kind === 'review') {
      const { verdict, body } = deed
      await changeRequests.review(caller, { libraryId, id, verdict, body, headCommit: head })
    } else {
      const how = { squash: false, message: null, changeType: null, deleteSource: false }
      await changeRequests.merge(caller, { libraryId, id, expectedHead: head, ...how })
      await this.#writing.refresh(this.#writing.mainOf(branch.prompt))
    }
  }
}
