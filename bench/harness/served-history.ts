import { type DatabaseAddress, openDatabase } from '@incipit/server/src/platform/database.ts'
import { type ApiVisitor, visitDemo } from '@incipit/server/src/testing/api-visitor.ts'
import { startServerProcess } from '@incipit/server/src/testing/server-process.ts'
import { BRANCH, PAGE } from './history-questions.ts'
import { type BenchPrompt, createLibrary, createPrompt } from './prompts.ts'
import { storeHistory, type WrittenHistory } from './stored-history.ts'

/** A prompt of the server with main, a branch, and a change request from it. */
export interface ServedHistory extends BenchPrompt {
  readonly commits: number
  /** Hash of the newest commit of main, as it was stored. */
  readonly head: string
  /** Cursor of the last entry of the ninth page. */
  readonly deep: string
}

/** Stores histories, each as that of a prompt of its own. */
export async function serveHistories(
  address: DatabaseAddress,
  histories: readonly WrittenHistory[],
): Promise<ServedHistory[]> {
  const maker = await startServerProcess({ address })
  const visitor = await visitDemo(maker.url, 'admin')
  const library = await createLibrary(visitor, 'Long histories')
  const prompts: BenchPrompt[] = []
  for (const { commits } of histories) {
    prompts.push(
      await createPrompt(visitor, library.id, { name: `History of ${commits.length}`, content: 'Start\n' }),
    )
  }
  await maker.stop()
  const database = await openDatabase(address)
  const ends: { head: string; branch: string }[] = []
  for (const [at, prompt] of prompts.entries())
    ends.push(await storeHistory(database, prompt, histories[at]!))
  await database.close()
  const opener = await startServerProcess({ address })
  const again = await visitDemo(opener.url, 'admin')
  const served: ServedHistory[] = []
  for (const [at, prompt] of prompts.entries()) {
    const { head, branch } = ends[at]!
    await openChange(again, prompt, branch)
    const deep = await cursorBefore(again, prompt.promptId, 9 * PAGE)
    served.push({ ...prompt, commits: histories[at]!.commits.length, head, deep })
  }
  await opener.stop()
  return served
}

async function openChange(visitor: ApiVisitor, prompt: BenchPrompt, from: string): Promise<void> {
  const { branchCreate } = await visitor.query(
    'mutation ($input: BranchCreateInput!) { branchCreate(input: $input) { ... on Error { message } ... on BranchCreatePayload { branch { id } } } }',
    { input: { promptId: prompt.promptId, name: BRANCH, from } },
  )
  if (!branchCreate.branch) throw new Error(branchCreate.message)
  const { changeRequestCreate } = await visitor.query(
    'mutation ($input: ChangeRequestCreateInput!) { changeRequestCreate(input: $input) { __typename ... on Error { message } } }',
    { input: { sourceBranchId: branchCreate.branch.id, targetBranchId: prompt.branchId, title: 'Measured' } },
  )
  if (changeRequestCreate.message) throw new Error(changeRequestCreate.message)
}

/** Cursor of a prompt's commit so far down the log. */
async function cursorBefore(visitor: ApiVisitor, id: string, depth: number): Promise<string> {
  const { node } = await visitor.query(
    'query ($id: ID!, $first: Int) { node(id: $id) { ... on Prompt { commits(first: $first) { pageInfo { endCursor } } } } }',
    { id, first: depth },
  )
  return node.commits.pageInfo.endCursor
}
