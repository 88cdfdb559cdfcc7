import { type DatabaseAddress, openDatabase } from '@incipit/server/src/platform/database.ts'
import { type ApiVisitor, visitDemo } from '@incipit/server/src/testing/api-visitor.ts'
import { startServerProcess } from '@incipit/server/src/testing/server-process.ts'
import { startTestServer } from '@incipit/server/src/testing/test-server.ts'
import { type DatabaseKind, onEachDatabase } from './harness/databases.ts'
import { createGitHistory } from './harness/git-history.ts'
import { QUESTIONS, type Question } from './harness/history-questions.ts'
import type { Report } from './harness/report.ts'
import { median, timed } from './harness/samples.ts'
import { type ServedHistory, serveHistories } from './harness/served-history.ts'
import { type WrittenHistory, writtenHistory } from './harness/stored-history.ts'
import { createWriter, type Writer } from './harness/version-writer.ts'

/** Lengths of the histories. */
const LENGTHS = [100, 1_000, 10_000]
const ROUNDS = 15
const COMMITS = 9
/** Ten times as many commits would be a ratio of ten. */
const NO_GROWTH = 3

/** Median milliseconds at the longest history by question and database, to be told beside Git's. */
type Longest = Map<string, number>

/** What questions to the history of a prompt, and commits onto it, cost over GraphQL, beside Git as a process. */
export async function measureServedHistory(report: Report): Promise<void> {
  const histories = LENGTHS.map(writtenHistory)
  const longest: Longest = new Map()
  await onEachDatabase(report, async (address, kind) => {
    const served = await serveHistories(address, histories)
    await measureQuestions(report, address, kind, served, longest)
    await measureCommits(report, address, kind, served)
    await countStatements(report, address, kind, served)
  })
  measureGit(report, histories, longest)
}

async function measureQuestions(
  report: Report,
  address: DatabaseAddress,
  kind: DatabaseKind,
  served: readonly ServedHistory[],
  longest: Longest,
): Promise<void> {
  const server = await startServerProcess({ address })
  const visitor = await visitDemo(server.url, 'admin')
  const [shortest] = served
  const [first] = QUESTIONS
  // Everything but what belongs to a history is warm after this; the history is read at the first question to it.
  for (let round = 0; round < ROUNDS; round += 1) await ask(visitor, first!, shortest!)
  const cold = await eachInTurn(served.slice(1), (prompt) => timed(() => ask(visitor, first!, prompt)))
  tell(
    report,
    `${first!.name}, the first question to a history in the process, ${kind}`,
    served.slice(1),
    cold,
  )
  for (const question of QUESTIONS) {
    const medians = await mediansOf(served, ROUNDS, (prompt) => timed(() => ask(visitor, question, prompt)))
    tell(report, `${question.name}, ${kind}`, served, medians)
    mustNotGrow(report, `${question.name}, ${kind}`, medians)
    longest.set(`${question.name}, ${kind}`, medians.at(-1)!)
  }
  await server.stop()
}

/** Commits, and what is asked for right after them, when nothing about the new head is remembered. */
async function measureCommits(
  report: Report,
  address: DatabaseAddress,
  kind: DatabaseKind,
  served: readonly ServedHistory[],
): Promise<void> {
  const server = await startServerProcess({ address })
  const visitor = await visitDemo(server.url, 'admin')
  const writers = await eachInTurn(served, (prompt) => createWriter(visitor, prompt))
  const after = QUESTIONS.filter(({ afterCommit }) => afterCommit)
  const names = ['commit of a new version', ...after.map(({ name }) => `${name}, right after a commit`)]
  const samples = names.map(() => served.map((): number[] => []))
  for (let round = 0; round <= COMMITS; round += 1) {
    for (const [at, prompt] of served.entries()) {
      await writers[at]!.write()
      const works = [
        () => writers[at]!.commit(),
        ...after.map((question) => () => ask(visitor, question, prompt)),
      ]
      const times = await eachInTurn(works, timed)
      // The first round only warms up.
      if (round > 0) for (const [index, time] of times.entries()) samples[index]![at]!.push(time)
    }
  }
  for (const writer of writers) writer.close()
  await server.stop()
  for (const [index, name] of names.entries()) {
    const medians = samples[index]!.map(median)
    tell(report, `${name}, ${kind}`, served, medians)
    mustNotGrow(report, `${name}, ${kind}`, medians)
  }
}

/** The same asked of a server in this process, whose statements can be counted. */
async function countStatements(
  report: Report,
  address: DatabaseAddress,
  kind: DatabaseKind,
  served: readonly ServedHistory[],
): Promise<void> {
  const database = await openDatabase(address)
  const server = await startTestServer({ demo: true, database })
  const visitor = await visitDemo(server.url, 'admin')
  const writers: Writer[] = await eachInTurn(served, (prompt) => createWriter(visitor, prompt))
  const statements = async (work: () => Promise<unknown>) => {
    const before = database.statementCount()
    await work()
    return database.statementCount() - before
  }
  const tellStatements = (name: string, counts: readonly number[]) => {
    const [few, many] = [counts[0]!, counts.at(-1)!]
    report.figure({
      figure: `SQL statements of ${name}, ${kind}, ${LENGTHS.at(-1)} commits`,
      value: many,
      unit: 'statements',
      peer: { name: `${LENGTHS[0]} commits`, value: few },
      atMost: few,
    })
  }
  for (const question of QUESTIONS) {
    const work = (prompt: ServedHistory) => () => ask(visitor, question, prompt)
    await eachInTurn(served, (prompt) => work(prompt)())
    tellStatements(question.name, await eachInTurn(served, (prompt) => statements(work(prompt))))
  }
  const commits = await eachInTurn(writers, async (writer) => {
    await writer.write()
    return statements(() => writer.commit())
  })
  tellStatements('commit of a new version', commits)
  for (const writer of writers) writer.close()
  await server.close()
}

/** Each length beside the shortest, so that growth is a ratio. */
function tell(
  report: Report,
  figure: string,
  served: readonly ServedHistory[],
  values: readonly number[],
): void {
  const [shortest, ...longer] = served
  for (const [index, { commits }] of longer.entries()) {
    report.figure({
      figure: `${figure}, ${commits} commits`,
      value: values[index + 1]!,
      unit: 'ms',
      peer: { name: `${shortest!.commits} commits`, value: values[0]! },
    })
  }
}

function mustNotGrow(report: Report, what: string, values: readonly number[]): void {
  const [before, last] = values.slice(-2)
  report.holds(`${what}, does not grow with the history`, last! / before! < NO_GROWTH)
}

function measureGit(report: Report, histories: readonly WrittenHistory[], longest: Longest): void {
  const repositories = histories.map(createGitHistory)
  const [little, much] = [repositories.at(0), repositories.at(-1)]
  if (!little || !much) {
    report.skipped('Git beside it', 'there is no git on this machine')
    return
  }
  for (const { name, git } of QUESTIONS) {
    const command = `git ${git[0]} as a process`
    const value = much.time(...git)
    report.figure({
      figure: `${command}: ${name}, ${LENGTHS.at(-1)} commits`,
      value,
      unit: 'ms',
      peer: { name: `${LENGTHS[0]} commits`, value: little.time(...git) },
    })
    for (const kind of ['embedded', 'PostgreSQL']) {
      const own = longest.get(`${name}, ${kind}`)
      if (own === undefined) continue
      const figure = `${name}, ${kind}, ${LENGTHS.at(-1)} commits, beside Git`
      report.figure({ figure, value: own, unit: 'ms', peer: { name: command, value } })
    }
  }
  for (const repository of repositories) repository?.drop()
}

async function ask(
  visitor: Pick<ApiVisitor, 'query'>,
  { fields }: Question,
  { promptId, deep }: ServedHistory,
): Promise<unknown> {
  const paged = fields.includes('$after')
  const { node } = await visitor.query(
    `query ($id: ID!${paged ? ', $after: String' : ''}) { node(id: $id) { ... on Prompt { ${fields} } } }`,
    { id: promptId, ...(paged && { after: deep }) },
  )
  return node
}

/** Medians over rounds in which all take their turn, so that they meet the same weather. */
async function mediansOf<T>(
  items: readonly T[],
  rounds: number,
  work: (item: T) => Promise<number>,
): Promise<number[]> {
  const samples = items.map((): number[] => [])
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, time] of (await eachInTurn(items, work)).entries()) if (round > 0) samples[at]!.push(time)
  }
  return samples.map(median)
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
