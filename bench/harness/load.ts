import { cpuSeconds } from '@incipit/server/src/testing/cpu-time.ts'
import autocannon from 'autocannon'
import { median } from './samples.ts'

const CONNECTIONS = 8
const SECONDS = 3
const ROUNDS = 3

export interface Target {
  readonly url: string
  /** Process that answers, to see what it spends. */
  readonly pid: number
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Load {
  readonly requestsPerSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  /** Milliseconds of processor for each request, all threads of the process: steady where the machine is shared. `null` outside Linux. */
  readonly cpuMs: number | null
}

/**
 * Posts to two servers in turns, so that both meet the same weather, and takes the median of each one's rounds.
 *
 * @throws Error when one answers anything but 200
 */
export async function compareUnderLoad(one: Target, other: Target): Promise<[Load, Load]> {
  const rounds: [Load[], Load[]] = [[], []]
  for (const target of [one, other]) await run(target, 1)
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds[0].push(await run(one, SECONDS))
    rounds[1].push(await run(other, SECONDS))
  }
  return [medians(rounds[0]), medians(rounds[1])]
}

async function run({ url, pid, body, headers }: Target, duration: number): Promise<Load> {
  const before = cpuSeconds(pid)
  const result = await autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    connections: CONNECTIONS,
    duration,
  })
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} answers were not 200, ${result.errors} requests failed`)
  }
  const after = cpuSeconds(pid)
  return {
    requestsPerSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMs: before === null || after === null ? null : ((after - before) * 1000) / result.requests.total,
  }
}

function medians(loads: readonly Load[]): Load {
  return {
    requestsPerSecond: median(loads.map((load) => load.requestsPerSecond)),
    p50: median(loads.map((load) => load.p50)),
    p99: median(loads.map((load) => load.p99)),
    cpuMs: loads.some((load) => load.cpuMs === null) ? null : median(loads.map((load) => load.cpuMs!)),
  }
}
