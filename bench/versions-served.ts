import { type DatabaseAddress, openDatabase } from '@incipit/server/src/platform/database.ts'
import { type ApiVisitor, visitDemo } from '@incipit/server/src/testing/api-visitor.ts'
import { startServerProcess } from '@incipit/server/src/testing/server-process.ts'
import { startTestServer } from '@incipit/server/src/testing/test-server.ts'
import { type DatabaseKind, onEachDatabase } from './harness/databases.ts'
import { createGitHistory, GIT_FILE } from './harness/git-history.ts'
import { createLibrary, createPrompt } from './harness/prompts.ts'
import type { Report } from './harness/report.ts'
import { median, timed } from './harness/samples.ts'
import { storeHistory, type WrittenHistory, writtenHistory } from './harness/stored-history.ts'

/** Lengths of the histories: the first only warms the server up. */
const TINY = 20
const SMALL = 1_000
const LARGE = 10_000
/** A hundred pages of them fit into the smaller history. */
const PAGE = 9
const WARM = 15
/** Ten times as many commits would be a ratio of ten. */
const NO_GROWTH = 3
const BRANCH = 'feature/measured'

const COMMIT = 'hash version message createdAt authors { name } tags { name }'
const PAGE_OF = `commits(first: ${PAGE}, after: $after) { totalCount edges { node { ${COMMIT} } } pageInfo { endCursor } }`

/** A question to a prompt, and what answers the like in Git. */
interface Question {
  readonly name: string
  readonly fields: string
  readonly git: readonly string[]
}

const QUESTIONS: readonly Question[] = [
  { name: 'first page of the log', fields: PAGE_OF, git: ['log', `-${PAGE}`, 'main'] },
  {
    name: 'hundredth page of the log',
    fields: PAGE_OF,
    git: ['log', `-${PAGE}`, `--skip=${99 * PAGE}`, 'main'],
  },
  {
    name: 'merge base of two branches',
    fields: `compare(base: "main", head: "${BRANCH}") { mergeBase { hash } }`,
    git: ['merge-base', 'main', 'feature'],
  },
  {
    name: 'ahead and behind of a branch',
    fields: `branch(name: "${BRANCH}") { ahead behind }`,
    git: ['rev-list', '--left-right', '--count', 'main...feature'],
  },
  {
    name: 'blame of the head',
    fields: 'commit(ref: "main") { blame { lines { start count commit { shortHash authors { name } } } } }',
    git: ['blame', '--porcelain', 'main', '--', GIT_FILE],
  },
]

/** A prompt of the server, with where its hundredth page begins. */
interface Served {
  readonly promptId: string
  readonly commits: number
  readonly deep: string | null
}

/** What questions to the history of a prompt cost over GraphQL, cold and warm, beside Git as a process. */
export async function measureServedHistory(report: Report): Promise<void> {
  const histories = [TINY, SMALL, LARGE].map(writtenHistory)
  await onEachDatabase(report, (address, kind) => measure(report, address, kind, histories))
  measureGit(report, histories)
}

/** Milliseconds of each question on each database, to be told beside Git's. */
const warmLarge = new Map<string, number>()

async function measure(
  report: Report,
  address: DatabaseAddress,
  kind: DatabaseKind,
  histories: readonly WrittenHistory[],
): Promise<void> {
  const [tiny, small, large] = await serve(address, histories)
  if (!tiny || !small || !large) return
  for (const question of QUESTIONS) {
    const server = await startServerProcess({ address })
    const visitor = await visitDemo(server.url, 'admin')
    for (let times = 0; times < WARM; times += 1) await ask(visitor, question, tiny)
    const cold = await eachInTurn([small, large], (prompt) => timed(() => ask(visitor, question, prompt)))
    const warm = await eachInTurn([small, large], async (prompt) => {
      const samples: number[] = []
      for (let time = 0; time < WARM; time += 1)
        samples.push(await timed(() => ask(visitor, question, prompt)))
      return median(samples)
    })
    await server.stop()
    tell(report, `${question.name}, ${kind}, the first time in the process`, cold)
    tell(report, `${question.name}, ${kind}`, warm)
    report.holds(
      `${question.name} does not grow with the history, ${kind}`,
      (warm[1] ?? 0) / (warm[0] ?? 1) < NO_GROWTH,
    )
    warmLarge.set(`${question.name}, ${kind}`, warm[1] ?? 0)
  }
  await countStatements(report, address, kind, [tiny, small, large])
}

function tell(report: Report, figure: string, [small = 0, large = 0]: readonly number[]): void {
  report.figure({
    figure: `${figure}, ${LARGE} commits`,
    value: large,
    unit: 'ms',
    peer: { name: `${SMALL} commits`, value: small },
  })
}

/** Stores the histories, each as a prompt of its own with main and a branch. */
async function serve(address: DatabaseAddress, histories: readonly WrittenHistory[]): Promise<Served[]> {
  const maker = await startServerProcess({ address })
  const visitor = await visitDemo(maker.url, 'admin')
  const library = await createLibrary(visitor, 'Long histories')
  const created = await eachInTurn(histories, ({ commits }) =>
    createPrompt(visitor, library.id, { name: `History of ${commits.length}`, content: 'Start\n' }),
  )
  await maker.stop()
  const database = await openDatabase(address)
  const ends = await eachInTurn(created, (prompt, at) => storeHistory(database, prompt, histories[at]!))
  await database.close()
  const opener = await startServerProcess({ address })
  const again = await visitDemo(opener.url, 'admin')
  const served = await eachInTurn(created, async ({ promptId }, at) => {
    await openBranch(again, promptId, ends[at] ?? '')
    return { promptId, commits: histories[at]!.commits.length, deep: await cursorBefore(again, promptId) }
  })
  await opener.stop()
  return served
}

async function openBranch(visitor: ApiVisitor, promptId: string, from: string): Promise<void> {
  const { branchCreate } = await visitor.query(
    'mutation ($input: BranchCreateInput!) { branchCreate(input: $input) { __typename ... on Error { message } } }',
    { input: { promptId, name: BRANCH, from } },
  )
  if (branchCreate.__typename !== 'BranchCreatePayload') throw new Error(branchCreate.message)
}

/** Cursor of the last entry of the ninety-ninth page; null where there are fewer. */
async function cursorBefore(visitor: ApiVisitor, id: string): Promise<string | null> {
  let after: string | null = null
  for (let page = 0; page < 11; page += 1) {
    const { node }: { node: { commits: { pageInfo: { endCursor: string | null } } } } = await visitor.query(
      'query ($id: ID!, $after: String) { node(id: $id) { ... on Prompt { commits(first: 81, after: $after) { pageInfo { endCursor } } } } }',
      { id, after },
    )
    after = node.commits.pageInfo.endCursor
    if (after === null) return null
  }
  return after
}

async function ask(visitor: ApiVisitor, question: Question, { promptId, deep }: Served): Promise<unknown> {
  const paged = question.fields === PAGE_OF
  const after = question.name.startsWith('hundredth') ? deep : null
  const { node } = await visitor.query(
    `query ($id: ID!${paged ? ', $after: String' : ''}) { node(id: $id) { ... on Prompt { ${question.fields} } } }`,
    { id: promptId, ...(paged && { after }) },
  )
  return node
}

async function countStatements(
  report: Report,
  address: DatabaseAddress,
  kind: DatabaseKind,
  [tiny, small, large]: readonly Served[],
): Promise<void> {
  const database = await openDatabase(address)
  const server = await startTestServer({ demo: true, database })
  const visitor = await visitDemo(server.url, 'admin')
  for (const question of QUESTIONS) {
    const statements = async (prompt: Served) => {
      const before = database.statementCount()
      await ask(visitor, question, prompt)
      return database.statementCount() - before
    }
    await statements(tiny!)
    const [few, many] = [await statements(small!), await statements(large!)]
    report.figure({
      figure: `SQL statements of ${question.name}, ${kind}, ${LARGE} commits`,
      value: many,
      unit: 'statements',
      peer: { name: `${SMALL} commits`, value: few },
      atMost: few,
    })
  }
  await server.close()
}

function measureGit(report: Report, [, small, large]: readonly WrittenHistory[]): void {
  const [little, much] = [small, large].map((history) => history && createGitHistory(history))
  if (!little || !much) {
    report.skipped('Git beside it', 'there is no git on this machine')
    return
  }
  for (const { name, git } of QUESTIONS) {
    const [few, many] = [little.time(...git), much.time(...git)]
    tell(report, `git ${git[0]} as a process: ${name}`, [few, many])
    for (const kind of ['embedded', 'PostgreSQL']) {
      const value = warmLarge.get(`${name}, ${kind}`)
      if (value === undefined) continue
      const figure = `${name}, ${kind}, ${LARGE} commits, beside Git`
      report.figure({ figure, value, unit: 'ms', peer: { name: `git ${git[0]} as a process`, value: many } })
    }
  }
  little.drop()
  much.drop()
}

/** One after the other, so that none disturbs another. */
async function eachInTurn<T, R>(
  items: readonly T[],
  work: (item: T, at: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  for (const [at, item] of items.entries()) results.push(await work(item, at))
  return results
}
