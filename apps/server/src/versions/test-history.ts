import { expect } from 'vitest'
import type { UserActor } from '../accounts/index.ts'
import type { TestServer, Visitor } from '../testing/test-server.ts'

type Team = Awaited<ReturnType<TestServer['team']>>
type Person = Team['developer']

/** A branch of a test's prompt, with the head the test knows. */
export interface TestBranch {
  readonly id: string
  readonly name: string
  readonly libraryId: string
  readonly documentId: string
  head: string | null
}

/** A commit as tests look at it. */
export interface TestCommit {
  readonly id: string
  readonly hash: string
  readonly version: string | null
}

const BRANCH = 'id name head { hash } document { room }'

interface BranchAnswer {
  id: string
  name: string
  head: { hash: string } | null
  document: { room: string }
}

function branchOf({ id, name, head, document }: BranchAnswer): TestBranch {
  const [libraryId = '', documentId = ''] = document.room.split('.')
  return { id, name, libraryId, documentId, head: head?.hash ?? null }
}

/** For tests: a prompt whose history is made commit by commit, through the API. */
export async function testHistory(server: TestServer, team: Team, content = 'user:\nStart\n') {
  const created = await team.developer.query(
    `mutation ($input: PromptCreateInput!) { promptCreate(input: $input) { ... on PromptCreatePayload {
      prompt { id key branch(name: "main") { ${BRANCH} } } } } }`,
    {
      input: {
        libraryId: team.id,
        name: `History ${crypto.randomUUID().replaceAll('-', 'x').slice(0, 12)}`,
        category: 'tasks',
        content,
      },
    },
  )
  const { id, key, branch } = created.data.promptCreate.prompt
  const main = branchOf(branch)

  async function mutate(visitor: Visitor, name: string, selection: string, input: object) {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}`
    const answer = await visitor.query(
      `mutation ($input: ${type}Input!) { result: ${name}(input: $input) { __typename ... on Error { message } ... on ${type}Payload { ${selection} } } }`,
      { input },
    )
    expect(answer.errors).toBeUndefined()
    expect(answer.data.result).toMatchObject({ __typename: `${type}Payload` })
    return answer.data.result
  }

  return {
    id: id as string,
    key: key as string,
    main,

    /** Writes the text into the branch's live document and commits it. */
    async commit(
      on: TestBranch,
      text: string,
      {
        by = team.developer,
        message = 'A change',
        changeType = 'FIX',
      }: { by?: Person; message?: string; changeType?: string } = {},
    ): Promise<TestCommit> {
      await server.features.collaboration.edit(on.libraryId, on.documentId, text, { id: by.userId })
      const input = { branchId: on.id, expectedHead: on.head, message, changeType }
      const { commit } = await mutate(by, 'commitCreate', 'commit { id hash version }', input)
      on.head = commit.hash
      return commit
    },

    async branch(name: string, from?: string): Promise<TestBranch> {
      const { branch } = await mutate(team.developer, 'branchCreate', `branch { ${BRANCH} }`, {
        promptId: id,
        name,
        from,
      })
      return branchOf(branch)
    },

    async deleteBranch(branch: TestBranch): Promise<void> {
      await mutate(team.developer, 'branchDelete', 'branch { id }', { id: branch.id })
    },

    /** Merges as a change request does, whatever approvals the target needs. */
    async merge(source: TestBranch, target: TestBranch): Promise<string> {
      const actor: UserActor = {
        kind: 'user',
        id: team.developer.userId,
        name: 'Developer',
        hue: 1,
        sessionId: '',
        isOperator: false,
      }
      const [sourceId, targetId] = [source, target].map(
        (branch) => Buffer.from(branch.id, 'base64url').toString().split('.')[1]!,
      )
      const merged = await server.features.versions.mergeBranches(actor, {
        libraryId: main.libraryId,
        sourceBranchId: sourceId!,
        targetBranchId: targetId!,
        expectedSourceHead: source.head!,
        squash: false,
      })
      if (merged.outcome !== 'merged') throw new Error(`The merge ended as ${merged.outcome}`)
      target.head = merged.commit.id
      return merged.commit.id
    },

    /** Asks for fields of the prompt. */
    async ask(
      fields: string,
      variables: Record<string, unknown> = {},
      declared = '',
      by: Visitor = team.viewer,
    ) {
      const answer = await by.query(
        `query ($prompt: ID!, ${declared}) { node(id: $prompt) { ... on Prompt { ${fields} } } }`,
        { prompt: id, ...variables },
      )
      return answer.errors ? { errors: answer.errors } : answer.data.node
    },
  }
}

export type TestHistory = Awaited<ReturnType<typeof testHistory>>
