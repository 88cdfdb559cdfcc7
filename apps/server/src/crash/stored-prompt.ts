import type { ApiVisitor } from '../testing/api-visitor.ts'
import { joinRoom } from '../testing/room-client.ts'
import type { Desk } from './writer.ts'

/** A commit as the API tells it. */
export interface StoredCommit {
  readonly hash: string
  readonly version: string
  readonly contentHash: string
  readonly content: string
  readonly message: string
  readonly changeType: string
  readonly createdAt: string
  readonly authors: readonly { readonly id: string }[]
  readonly parents: readonly { readonly hash: string }[]
}

/** What a newcomer finds of a prompt. */
export interface StoredPrompt {
  readonly lines: readonly string[]
  readonly head: string | null
  /** Newest first. */
  readonly commits: readonly StoredCommit[]
}

const COMMITS = `query ($id: ID!, $after: String) { node(id: $id) { ... on Prompt {
  head { hash }
  commits(first: 100, after: $after) {
    edges { node { hash version contentHash content message changeType createdAt authors { id } parents { hash } } }
    pageInfo { hasNextPage endCursor }
  }
} } }`

interface Answer {
  readonly node: {
    readonly head: { readonly hash: string } | null
    readonly commits: {
      readonly edges: readonly { readonly node: StoredCommit }[]
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    }
  }
}

/** Reads a prompt by fresh eyes: the live text through a new client, the history through the API. */
export async function readStoredPrompt(visitor: ApiVisitor, desk: Desk): Promise<StoredPrompt> {
  const commits: StoredCommit[] = []
  let after: string | null = null
  let head: string | null = null
  do {
    const { node }: Answer = await visitor.query(COMMITS, { id: desk.promptId, after })
    head = node.head?.hash ?? null
    commits.push(...node.commits.edges.map((edge) => edge.node))
    after = node.commits.pageInfo.hasNextPage ? node.commits.pageInfo.endCursor : null
  } while (after)
  const client = await joinRoom(visitor, desk.room)
  const lines = client.text.toString().split('\n')
  client.destroy()
  return { lines, head, commits }
}
