import { createHash } from 'node:crypto'
import type { ApiVisitor } from '../testing/api-visitor.ts'
import { joinRoom, type RoomClient } from '../testing/room-client.ts'
import type { SeededRandom } from '../testing/seeded-random.ts'

/** Where somebody writes. */
export interface Desk {
  readonly promptId: string
  readonly branchId: string
  readonly room: string
}

/** A commit the server said it made. */
export interface AcknowledgedCommit {
  readonly promptId: string
  readonly hash: string
  readonly version: string
  readonly contentHash: string
  readonly content: string
  readonly message: string
}

/** What a writer did in one life of the server, and what it was told of it. */
export interface Ledger {
  readonly promptId: string
  /** Lines whose insertion was acknowledged and that nobody tried to delete. */
  readonly kept: readonly string[]
  /** Lines whose deletion was acknowledged. */
  readonly deleted: readonly string[]
  readonly commits: readonly AcknowledgedCommit[]
  /** Messages of all commits that were asked for, whatever became of them. */
  readonly attempts: readonly string[]
  /** Acknowledged lines that a commit asked for later lacks: there may be none. */
  readonly uncommitted: readonly string[]
}

export interface Writer {
  /** Edits acknowledged so far. */
  acknowledged(): number
  /** Commits acknowledged so far. */
  committed(): number
  /** Puts the pen down, throws everything unsent away, and hands over what was promised. */
  end(): Promise<Ledger>
}

type Edit = { readonly kind: 'insert' | 'delete'; readonly line: string }

const COMMIT = `mutation ($input: CommitCreateInput!) { commitCreate(input: $input) {
  __typename
  ... on CommitCreatePayload { commit { hash version contentHash content message } }
} }`
const HEAD = `query ($id: ID!) { node(id: $id) { ... on Branch { head { hash } } } }`

/**
 * Somebody who types lines, takes some of their own back, and commits now and then, without ever waiting for an
 * answer before the next edit. `onProgress` is called after each acknowledgement.
 */
export async function startWriter(spec: {
  name: string
  desk: Desk
  visitor: ApiVisitor
  random: SeededRandom
  onProgress: () => void
  /** Called when something failed that no killed server explains. */
  onFailure: (error: unknown) => void
}): Promise<Writer> {
  const { name, desk, visitor, random, onProgress } = spec
  const client = await joinRoom(visitor, desk.room)
  const edits: Edit[] = []
  const commits: AcknowledgedCommit[] = []
  const attempts: string[] = []
  const uncommitted: string[] = []
  let over = false
  let timer: NodeJS.Timeout | undefined
  const acknowledged = () => edits.length - client.tracker.state().unsaved
  client.tracker.subscribe(() => onProgress())

  function type(): void {
    const mine = kept(edits)
    const edit: Edit =
      mine.length > 5 && random.chance(0.15)
        ? { kind: 'delete', line: random.pick(mine) }
        : { kind: 'insert', line: `${name}-${edits.length} ${'x'.repeat(random.between(20, 300))}` }
    edits.push(edit)
    change(client, edit, random)
    timer = setTimeout(type, random.between(5, 40))
  }

  async function commit(): Promise<void> {
    const message = `${name} commits ${attempts.length}`
    const { node } = await visitor.query(HEAD, { id: desk.branchId })
    const promised = kept(edits.slice(0, acknowledged()))
    attempts.push(message)
    const { commitCreate } = await visitor.query(COMMIT, {
      input: {
        branchId: desk.branchId,
        expectedHead: node.head?.hash ?? null,
        message,
        changeType: 'FEATURE',
      },
    })
    if (commitCreate.__typename !== 'CommitCreatePayload') return
    const made = { ...commitCreate.commit, promptId: desk.promptId }
    commits.push(made)
    const stillKept = new Set(kept(edits))
    const lines = new Set(made.content.split('\n'))
    uncommitted.push(...promised.filter((line) => stillKept.has(line) && !lines.has(line)))
    onProgress()
  }

  async function commitAgainAndAgain(): Promise<void> {
    while (!over) {
      // The server is killed in the middle of it: a broken connection is part of the test.
      await commit().catch((error) => {
        if (!over && !(error instanceof TypeError)) throw error
      })
      await new Promise((resolve) => setTimeout(resolve, random.between(50, 300)))
    }
  }

  type()
  const committing = commitAgainAndAgain()
  committing.catch(spec.onFailure)
  return {
    acknowledged,
    committed: () => commits.length,
    async end() {
      over = true
      clearTimeout(timer)
      await committing
      const promised = edits.slice(0, acknowledged())
      const attempted = new Set(deletions(edits))
      client.destroy()
      return {
        promptId: desk.promptId,
        kept: kept(promised).filter((line) => !attempted.has(line)),
        deleted: deletions(promised),
        commits,
        attempts,
        uncommitted,
      }
    },
  }
}

function change(client: RoomClient, { kind, line }: Edit, random: SeededRandom): void {
  const text = client.text.toString()
  if (kind === 'delete') {
    const at = text.indexOf(`${line}\n`)
    client.edit((shared) => shared.delete(at, line.length + 1))
    return
  }
  const near = text.indexOf('\n', random.between(0, text.length - 1)) + 1
  client.edit((shared) => shared.insert(near, `${line}\n`))
}

function kept(edits: readonly Edit[]): string[] {
  const gone = new Set(deletions(edits))
  return edits.filter(({ kind, line }) => kind === 'insert' && !gone.has(line)).map(({ line }) => line)
}

function deletions(edits: readonly Edit[]): string[] {
  return edits.filter(({ kind }) => kind === 'delete').map(({ line }) => line)
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
