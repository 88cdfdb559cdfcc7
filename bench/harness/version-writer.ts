import type { ApiVisitor } from '@incipit/server/src/testing/api-visitor.ts'
import { joinRoom } from '@incipit/server/src/testing/room-client.ts'
import { commitPrompt } from './prompts.ts'
import type { ServedHistory } from './served-history.ts'

/** Somebody who goes on with main of a prompt. */
export interface Writer {
  /** Types a line into the live text, until it is stored. */
  write(): Promise<void>
  /** Commits it. */
  commit(): Promise<void>
  close(): void
}

/** Opens main's live text, brings it to the newest commit, and is ready to write in it. */
export async function createWriter(visitor: ApiVisitor, prompt: ServedHistory): Promise<Writer> {
  const { node } = await visitor.query(
    'query ($id: ID!) { node(id: $id) { ... on Prompt { head { id hash } } } }',
    { id: prompt.promptId },
  )
  await visitor.query(
    'mutation ($input: CommitRestoreInput!) { commitRestore(input: $input) { __typename } }',
    { input: { commitId: node.head.id } },
  )
  const client = await joinRoom(visitor, prompt.room)
  let head: string = node.head.hash
  let lines = 0
  return {
    async write() {
      lines += 1
      client.edit((text) => text.insert(0, `Line ${lines} after ${head.slice(0, 7)}\n`))
      await client.saved()
    },
    async commit() {
      const won = await commitPrompt(visitor, prompt, head)
      if (won.outcome !== 'CommitCreatePayload' || won.head === null) {
        throw new Error(`A commit without rivals ended as ${won.outcome}`)
      }
      head = won.head
    },
    close: () => client.destroy(),
  }
}
