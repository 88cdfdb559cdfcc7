import { type DatabaseAddress, openDatabase } from '@incipit/server/src/platform/database.ts'
import { type ApiVisitor, visitDemo } from '@incipit/server/src/testing/api-visitor.ts'
import { startServerProcess } from '@incipit/server/src/testing/server-process.ts'
import { startTestServer } from '@incipit/server/src/testing/test-server.ts'
import { startBareServer } from './harness/bare-server.ts'
import { type DatabaseKind, onEachDatabase } from './harness/databases.ts'
import { compareUnderLoad } from './harness/load.ts'
import { commitPrompt, createLibrary, createPrompt } from './harness/prompts.ts'
import { createReport } from './harness/report.ts'

/** The library page: 50 prompts with their head versions. */
const PROMPTS = 50
const LIST = `query ($slug: String!, $first: Int!) { library(slug: $slug) { prompts(first: $first) { edges { node {
  key name status tags { name } head { version message authors { name } createdAt }
} } } } }`
/** `--profile=DIRECTORY` writes a CPU profile of the server there. */
const profile = process.argv.find((argument) => argument.startsWith('--profile='))?.slice('--profile='.length)

const report = createReport('list')
await onEachDatabase(report, measure)

async function measure(address: DatabaseAddress, kind: DatabaseKind): Promise<void> {
  const server = await startServerProcess({
    address,
    nodeOptions: profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [],
  })
  const visitor = await visitDemo(server.url, 'admin')
  const slug = await fill(visitor)
  await measureLoad(visitor, server.pid, slug, kind)
  await server.stop()
  await countStatements(address, slug, kind)
}

async function fill(visitor: ApiVisitor): Promise<string> {
  const library = await createLibrary(visitor, 'Measured')
  for (let number = 1; number <= PROMPTS; number += 1) {
    const prompt = await createPrompt(visitor, library.id, {
      name: `Measured prompt ${number}`,
      content: `Summarize {{text}} in ${number} sentences.\n`,
      tags: ['measured', `group-${number % 7}`, `row-${number}`],
    })
    await commitPrompt(visitor, prompt, null, `First version of number ${number}`)
  }
  return library.slug
}

async function measureLoad(
  visitor: ApiVisitor,
  pid: number,
  slug: string,
  kind: DatabaseKind,
): Promise<void> {
  const body = JSON.stringify({ query: LIST, variables: { slug, first: PROMPTS } })
  const headers = { cookie: visitor.cookie }
  const url = `${visitor.url}/graphql`
  const answer = await fetch(url, {
    method: 'POST',
    body,
    headers: { ...headers, 'content-type': 'application/json' },
  }).then((response) => response.text())
  const heads = answer.match(/"version":"/g)?.length ?? 0
  report.holds(`${PROMPTS} prompts came with their head versions, ${kind}`, heads === PROMPTS)
  const bare = await startBareServer(answer)
  try {
    const [list, peer] = await compareUnderLoad(
      { url, pid, body, headers },
      { url: `${bare.url}/graphql`, pid: bare.pid, body, headers },
    )
    report.figure({
      figure: `list of ${PROMPTS} prompts with head versions, ${kind}`,
      value: list.requestsPerSecond,
      unit: 'requests/s',
      peer: { name: 'bare Fastify route with the same bytes', value: peer.requestsPerSecond },
    })
    for (const [what, key] of [
      ['processor time a request', 'cpuMs'],
      ['latency p50', 'p50'],
      ['latency p99', 'p99'],
    ] as const) {
      const [value, bareValue] = [list[key], peer[key]]
      if (value === null || bareValue === null) continue
      const figure = `${what}, ${kind}`
      report.figure({
        figure,
        value,
        unit: 'ms',
        ...(bareValue > 0 && { peer: { name: 'bare', value: bareValue } }),
      })
    }
  } finally {
    await bare.stop()
  }
}

/** The same list asked of the same data by a server in this process, whose statements can be counted. */
async function countStatements(address: DatabaseAddress, slug: string, kind: DatabaseKind): Promise<void> {
  const database = await openDatabase(address)
  const server = await startTestServer({ demo: true, database })
  const visitor = await visitDemo(server.url, 'admin')
  const ask = async (first: number) => {
    const before = database.statementCount()
    await visitor.query(LIST, { slug, first })
    return database.statementCount() - before
  }
  await ask(PROMPTS)
  const [all, few] = [await ask(PROMPTS), await ask(2)]
  report.figure({
    figure: `SQL statements for ${PROMPTS} prompts, ${kind}`,
    value: all,
    unit: 'statements',
    peer: { name: 'for 2 prompts', value: few },
    atMost: few,
  })
  await server.close()
}
