import {
  startTestServer,
  type TestServer,
  type TestServerOptions,
  type Visitor,
} from '../testing/test-server.ts'

type Team = Awaited<ReturnType<TestServer['team']>>
export type Person = Visitor & { readonly userId: string }

/** A prompt with main and a feature branch that is one commit ahead. */
export interface Setting {
  readonly prompt: string
  readonly main: TestBranch
  readonly feature: TestBranch
}

/** A branch under test: its id, its live document, and its head as last seen. */
export interface TestBranch {
  readonly id: string
  readonly name: string
  readonly documentId: string
  head: string
}

export const FIRST = 'user:\none\n\ntwo\n\nthree\n'

const REQUEST = `id number title description status createdAt updatedAt endedAt endedBy { id } author { id }
  source { id name deletedAt } target { id name } headCommit { hash } baseCommit { hash } mergeCommit { hash version message parents { hash } authors { id } changeRequest { number } }
  commits { hash } viewerActions approvals { required given reasons changesRequested viewerHindrance }
  mergeability { state reasons conflicts behind content changeType nextVersions { changeType version } }
  checks { name state description }`

/** A server with a team, and the deeds of people around change requests, through the API. */
export async function startWorld(options: TestServerOptions = {}) {
  const server = await startTestServer(options)
  const team: Team = await server.team()

  /** What a mutation answers. */
  async function mutate(visitor: Visitor, name: string, input: Record<string, unknown>, fields = '') {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}`
    const answer = await visitor.query(
      `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ${fields ? `... on ${type}Payload { ${fields} }` : ''} ... on Error { code message } ... on ConflictError { head { hash } } ... on ValidationError { issues { path message } } } }`,
      { input },
    )
    if (answer.errors) throw new Error(JSON.stringify(answer.errors))
    return answer.data[name]
  }

  async function must(visitor: Visitor, name: string, input: Record<string, unknown>, fields: string) {
    const result = await mutate(visitor, name, input, fields)
    if (!result.__typename.endsWith('Payload')) throw new Error(`${name}: ${JSON.stringify(result)}`)
    return result
  }

  async function write(branch: TestBranch, text: string, author: { readonly userId: string }): Promise<void> {
    await server.features.collaboration.edit(team.library.libraryId, branch.documentId, text, {
      id: author.userId,
    })
  }

  async function commit(
    branch: TestBranch,
    text: string,
    by: Person = team.developer,
    changeType = 'FIX',
  ): Promise<string> {
    await write(branch, text, by)
    const done = await must(
      by,
      'commitCreate',
      { branchId: branch.id, expectedHead: branch.head || null, message: 'A change', changeType },
      'commit { hash }',
    )
    branch.head = done.commit.hash
    return branch.head
  }

  const BRANCH = 'id name head { hash } document { room }'
  const branchOf = (row: {
    id: string
    name: string
    head: { hash: string } | null
    document: { room: string }
  }): TestBranch => ({
    id: row.id,
    name: row.name,
    documentId: row.document.room.split('.')[1]!,
    head: row.head?.hash ?? '',
  })

  async function createPrompt(text = FIRST, category = 'tasks'): Promise<{ id: string; main: TestBranch }> {
    const name = `Prompt ${crypto.randomUUID().replaceAll('-', 'x').slice(0, 12)}`
    const input = { libraryId: team.id, name, category, content: text }
    const { prompt } = await must(
      team.developer,
      'promptCreate',
      input,
      `prompt { id branch(name: "main") { ${BRANCH} } }`,
    )
    const main = branchOf(prompt.branch)
    await commit(main, text, team.developer, 'FEATURE')
    return { id: prompt.id, main }
  }

  async function createBranch(
    promptId: string,
    name: string,
    by: Visitor = team.developer,
    from: string | null = null,
  ): Promise<TestBranch> {
    const { branch } = await must(by, 'branchCreate', { promptId, name, from }, `branch { ${BRANCH} }`)
    return branchOf(branch)
  }

  return {
    server,
    team,
    mutate,
    must,
    write,
    commit,
    createPrompt,
    createBranch,

    /** A prompt with a feature branch that a developer is one commit ahead on: line one is changed. */
    async setting(text = FIRST.replace('one', 'one, changed'), category = 'tasks'): Promise<Setting> {
      const { id, main } = await createPrompt(FIRST, category)
      const feature = await createBranch(id, 'feature/change')
      await commit(feature, text)
      return { prompt: id, main, feature }
    },

    /** Opens a change request and gives what the API tells of it. */
    async open(source: TestBranch, by: Visitor = team.developer, more: Record<string, unknown> = {}) {
      const input = { sourceBranchId: source.id, title: 'A change', ...more }
      return (await must(by, 'changeRequestCreate', input, `changeRequest { ${REQUEST} }`)).changeRequest
    },

    /** What somebody sees of a change request. */
    async see(id: string, visitor: Visitor = team.viewer) {
      const answer = await visitor.query(
        `query ($id: ID!) { node(id: $id) { ... on ChangeRequest { ${REQUEST} reviews { id verdict body current author { id } commit { hash } } comments { id body outdated anchor { commit { hash } side line excerpt currentLine } replyTo { id } resolvedAt resolvedBy { id } editedAt author { id } } } } }`,
        { id },
      )
      if (answer.errors) throw new Error(JSON.stringify(answer.errors))
      return answer.data.node
    },

    review(visitor: Visitor, id: string, headCommit: string, verdict = 'APPROVE', body = 'Seen.') {
      return mutate(
        visitor,
        'changeRequestReview',
        { id, verdict, body, headCommit },
        'review { id current } changeRequest { approvals { given } }',
      )
    },

    merge(visitor: Visitor, id: string, expectedHead: string, more: Record<string, unknown> = {}) {
      return mutate(
        visitor,
        'changeRequestMerge',
        { id, expectedHead, ...more },
        'commit { hash version message changeType content parents { hash } authors { id } } changeRequest { status endedBy { id } source { deletedAt } target { head { hash } } }',
      )
    },

    comment(visitor: Visitor, changeRequestId: string, more: Record<string, unknown> = {}) {
      return mutate(
        visitor,
        'changeCommentCreate',
        { changeRequestId, body: 'A remark', ...more },
        'comment { id replyTo { id } anchor { excerpt currentLine } outdated }',
      )
    },
  }
}

export type World = Awaited<ReturnType<typeof startWorld>>
