import { type DatabaseAddress, openDatabase } from '@incipit/server/src/platform/database.ts'
import { type ApiVisitor, visitDemo } from '@incipit/server/src/testing/api-visitor.ts'
import { joinRoom } from '@incipit/server/src/testing/room-client.ts'
import { startServerProcess } from '@incipit/server/src/testing/server-process.ts'
import { type DatabaseKind, onEachDatabase } from './harness/databases.ts'
import { type BenchPrompt, commitPrompt, createLibrary, createPrompt } from './harness/prompts.ts'
import { createReport } from './harness/report.ts'
import { timed } from './harness/samples.ts'
import { timeSingleRowInserts } from './harness/single-row-inserts.ts'

const SEQUENTIAL = 60
const PARALLEL = 80
/** Commits that are on their way at the same time. */
const LANES = 8
const RACERS = 50
const INSERTS = 400

const report = createReport('commits')
await onEachDatabase(report, measure)

async function measure(address: DatabaseAddress, kind: DatabaseKind): Promise<void> {
  const server = await startServerProcess({ address })
  const visitor = await visitDemo(server.url, 'admin')
  const library = await createLibrary(visitor, 'Committed')
  const oneByOne = await commitOneByOne(visitor, library.id)
  const inLanes = await commitInLanes(visitor, library.id)
  await race(visitor, library.id, kind)
  await server.stop()
  const database = await openDatabase(address)
  const rows = Array.from({ length: INSERTS }, (_, number) => `row ${number}`)
  const [alone, together] = [
    await timeSingleRowInserts(database, rows, 1),
    await timeSingleRowInserts(database, rows, LANES),
  ]
  await database.close()
  const name = 'transactions that insert one row'
  report.figure({
    figure: `commits on one prompt, one after the other, ${kind}`,
    value: oneByOne,
    unit: '/s',
    peer: { name, value: INSERTS / (alone / 1000) },
  })
  report.figure({
    figure: `commits on ${PARALLEL} prompts, ${LANES} at a time, ${kind}`,
    value: inLanes,
    unit: '/s',
    peer: { name, value: INSERTS / (together / 1000) },
  })
}

/** Commits a second; what is typed between two commits is not counted. */
async function commitOneByOne(visitor: ApiVisitor, libraryId: string): Promise<number> {
  const prompt = await createPrompt(visitor, libraryId, { name: 'Sequence', content: 'First line\n' })
  const client = await joinRoom(visitor, prompt.room)
  let head: string | null = null
  let elapsed = 0
  for (let number = 0; number < SEQUENTIAL; number += 1) {
    client.edit((text) => text.insert(0, `Line ${number}\n`))
    await client.saved()
    elapsed += await timed(async () => {
      head = wonHead(await commitPrompt(visitor, prompt, head))
    })
  }
  client.destroy()
  return SEQUENTIAL / (elapsed / 1000)
}

async function commitInLanes(visitor: ApiVisitor, libraryId: string): Promise<number> {
  const prompts: BenchPrompt[] = []
  for (let number = 0; number < PARALLEL; number += 1) {
    prompts.push(
      await createPrompt(visitor, libraryId, { name: `Lane ${number}`, content: `Text ${number}\n` }),
    )
  }
  const lane = async () => {
    for (let prompt = prompts.pop(); prompt; prompt = prompts.pop()) {
      wonHead(await commitPrompt(visitor, prompt, null))
    }
  }
  const elapsed = await timed(() => Promise.all(Array.from({ length: LANES }, lane)))
  return PARALLEL / (elapsed / 1000)
}

/** All at once on one head: one wins, the others are told who did. */
async function race(visitor: ApiVisitor, libraryId: string, kind: DatabaseKind): Promise<void> {
  const prompt = await createPrompt(visitor, libraryId, { name: 'Race', content: 'Start\n' })
  const began = performance.now()
  const answers = await Promise.all(
    Array.from({ length: RACERS }, (_, number) => commitPrompt(visitor, prompt, null, `Racer ${number}`)),
  )
  const elapsed = performance.now() - began
  const winners = answers.filter(({ outcome }) => outcome === 'CommitCreatePayload')
  const told = answers.filter(({ outcome, head }) => outcome === 'ConflictError' && head === winners[0]?.head)
  report.holds(
    `of ${RACERS} commits racing on one head one wins and the others learn the new head, ${kind}`,
    winners.length === 1 && told.length === RACERS - 1,
  )
  report.figure({ figure: `until all ${RACERS} have their answer, ${kind}`, value: elapsed, unit: 'ms' })
}

function wonHead({ outcome, head }: { outcome: string; head: string | null }): string | null {
  if (outcome !== 'CommitCreatePayload') throw new Error(`A commit without rivals ended as ${outcome}`)
  return head
}
