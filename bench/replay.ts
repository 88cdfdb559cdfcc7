import type { DatabaseAddress } from '@incipit/server/src/platform/database.ts'
import { visitDemo } from '@incipit/server/src/testing/api-visitor.ts'
import { joinRoom, type RoomClient } from '@incipit/server/src/testing/room-client.ts'
import { startServerProcess } from '@incipit/server/src/testing/server-process.ts'
import * as Y from 'yjs'
import { startChild } from './harness/child.ts'
import { type DatabaseKind, onEachDatabase } from './harness/databases.ts'
import { type BenchPrompt, createLibrary, createPrompt } from './harness/prompts.ts'
import { createReport } from './harness/report.ts'
import { median, percentile } from './harness/samples.ts'
import { applyPatches, type Patch, readTypingTrace } from './harness/typing-trace.ts'

/** Edits one client makes before the other goes on. */
const TURN = 100
/** At the pace of people: edits, and milliseconds between two. */
const PACED = 400
const PACE_MS = 20
const BARE_RUNS = 5

const report = createReport('replay')
const trace = readTypingTrace()
if (trace)
  await onEachDatabase(report, (address, kind) => measure(address, kind, trace.edits, trace.endContent))
else report.skipped('everything', 'the recorded session is not there')

type Edits = readonly (readonly Patch[])[]

async function measure(
  address: DatabaseAddress,
  kind: DatabaseKind,
  edits: Edits,
  endContent: string,
): Promise<void> {
  const unthrottled = await startChild('./unthrottled-server.ts', [JSON.stringify(address)])
  const admin = await visitDemo(unthrottled.said, 'admin')
  const library = await createLibrary(admin, 'Replayed')
  const prompt = await createPrompt(admin, library.id, { name: 'Replayed', content: '\n' })
  const clients = await Promise.all([
    joinRoom(admin, prompt.room),
    joinRoom(await visitDemo(unthrottled.said, 'admin'), prompt.room),
  ])
  clients[0].edit((text) => text.delete(0, text.length))
  await caughtUp(clients[1], clients[0])
  const latencies = clients.map(acknowledgements)
  const began = performance.now()
  await inTurns(clients, edits)
  const exchanged = performance.now()
  await Promise.all(clients.map((client) => client.saved()))
  const saved = performance.now()
  const perSecond = (until: number) => edits.length / ((until - began) / 1000)
  const bare = {
    name: 'a bare Y.Doc in process',
    value: median(Array.from({ length: BARE_RUNS }, () => onBareDocument(edits, endContent))),
  }
  report.figure({
    figure: `edits exchanged by two clients, ${kind}`,
    value: perSecond(exchanged),
    unit: 'edits/s',
    peer: bare,
  })
  report.figure({
    figure: `edits exchanged and stored, ${kind}`,
    value: perSecond(saved),
    unit: 'edits/s',
    peer: bare,
  })
  reportLatency(`at full speed, ${kind}`, latencies.flat())
  const texts = clients.map((client) => client.text.toString())
  report.holds(
    `both clients hold the end text, ${kind}`,
    texts.every((text) => text === endContent),
  )
  for (const client of clients) client.destroy()
  report.holds(`the server holds it, ${kind}`, (await readThrough(unthrottled.said, prompt)) === endContent)
  await unthrottled.stop()

  const server = await startServerProcess({ address })
  report.holds(`it is there after a restart, ${kind}`, (await readThrough(server.url, prompt)) === endContent)
  await measurePace(server.url, library.id, edits, kind)
  await server.stop()
}

/** One types a while, the other waits until it sees all of it, then goes on. */
async function inTurns(clients: readonly RoomClient[], edits: Edits): Promise<void> {
  for (let start = 0; start < edits.length; start += TURN) {
    const turn = start / TURN
    const [writer, reader] = [clients[turn % 2]!, clients[(turn + 1) % 2]!]
    for (const patches of edits.slice(start, start + TURN)) writer.edit((text) => applyPatches(text, patches))
    await caughtUp(reader, writer)
  }
}

/**
 * Resolves once `reader` holds all that `writer` wrote. The same text alone does not say so: what was deleted and typed again
 * may still be on its way. With every insertion there, it does: only deletions could be missing, and they change the text.
 */
function caughtUp(reader: RoomClient, writer: RoomClient): Promise<void> {
  const { clientID } = writer.doc
  const inserted = ({ doc }: RoomClient) => Y.getState(doc.store, clientID)
  return new Promise((resolve) => {
    const look = () => {
      if (inserted(reader) < inserted(writer) || reader.text.toString() !== writer.text.toString()) return
      reader.doc.off('update', look)
      resolve()
    }
    reader.doc.on('update', look)
    look()
  })
}

/** Milliseconds from each edit of a client to its acknowledgement; grows as they come. */
function acknowledgements(client: RoomClient): number[] {
  const latencies: number[] = []
  const open: number[] = []
  client.tracker.subscribe(({ unsaved }) => {
    const now = performance.now()
    while (open.length < unsaved) open.push(now)
    while (open.length > unsaved) latencies.push(now - open.shift()!)
  })
  return latencies
}

/** What an editor feels: one client types at the pace of a fast person on the server as it is shipped. */
async function measurePace(url: string, libraryId: string, edits: Edits, kind: DatabaseKind): Promise<void> {
  const admin = await visitDemo(url, 'admin')
  const prompt = await createPrompt(admin, libraryId, { name: 'Paced', content: '\n' })
  const client = await joinRoom(admin, prompt.room)
  await client.saved()
  const latencies = acknowledgements(client)
  for (const patches of edits.slice(0, PACED)) {
    client.edit((text) => applyPatches(text, patches))
    await new Promise((resolve) => setTimeout(resolve, PACE_MS))
  }
  await client.saved()
  client.destroy()
  reportLatency(`at ${1000 / PACE_MS} edits/s, ${kind}`, latencies)
}

function reportLatency(where: string, latencies: readonly number[]): void {
  for (const [name, share] of [
    ['p50', 0.5],
    ['p99', 0.99],
  ] as const) {
    report.figure({
      figure: `edit to acknowledgement ${name} ${where}`,
      value: percentile(latencies, share),
      unit: 'ms',
    })
  }
}

async function readThrough(url: string, { room }: BenchPrompt): Promise<string> {
  const client = await joinRoom(await visitDemo(url, 'admin'), room)
  const text = client.text.toString()
  client.destroy()
  return text
}

/** @returns edits per second */
function onBareDocument(edits: Edits, endContent: string): number {
  const doc = new Y.Doc()
  const text = doc.getText('content')
  const began = performance.now()
  for (const patches of edits) doc.transact(() => applyPatches(text, patches))
  const seconds = (performance.now() - began) / 1000
  if (text.toString() !== endContent) throw new Error('The trace does not lead to its own end')
  return edits.length / seconds
}
