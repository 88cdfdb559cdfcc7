import type { ApiVisitor } from '@incipit/server/src/testing/api-visitor.ts'

/** A prompt as benchmarks need it. */
export interface BenchPrompt {
  readonly promptId: string
  readonly branchId: string
  readonly room: string
}

/** A new library of the visitor. */
export async function createLibrary(
  visitor: ApiVisitor,
  name: string,
): Promise<{ id: string; slug: string }> {
  const { libraryCreate } = await visitor.query(
    `mutation ($name: String!) { libraryCreate(input: { name: $name }) { ... on LibraryCreatePayload { library { id slug } } } }`,
    { name },
  )
  return libraryCreate.library
}

/** A prompt whose text is not committed yet. */
export async function createPrompt(
  visitor: ApiVisitor,
  libraryId: string,
  prompt: { name: string; content: string; tags?: readonly string[] },
): Promise<BenchPrompt> {
  const { promptCreate } = await visitor.query(
    `mutation ($input: PromptCreateInput!) { promptCreate(input: $input) { ... on PromptCreatePayload {
      prompt { id branch(name: "main") { id document { room } } } } } }`,
    { input: { libraryId, category: 'tasks', ...prompt } },
  )
  const { id, branch } = promptCreate.prompt
  return { promptId: id, branchId: branch.id, room: branch.document.room }
}

/** Commits a prompt's text. @returns the name of the result's type, and the new head where there is one */
export async function commitPrompt(
  visitor: ApiVisitor,
  { branchId }: BenchPrompt,
  expectedHead: string | null,
  message = 'Measured',
): Promise<{ outcome: string; head: string | null }> {
  const { commitCreate } = await visitor.query(
    `mutation ($input: CommitCreateInput!) { commitCreate(input: $input) {
      __typename ... on CommitCreatePayload { commit { hash } } ... on ConflictError { head { hash } } } }`,
    { input: { branchId, expectedHead, message, changeType: 'FEATURE' } },
  )
  const { __typename: outcome, commit, head } = commitCreate
  return { outcome, head: commit?.hash ?? head?.hash ?? null }
}
