import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCli } from '../run-cli.ts'
import type { Surroundings } from '../surroundings.ts'

/** What a command line did. */
export interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
  readonly slept: number
  readonly asked: readonly {
    readonly url: string
    readonly authorization: string | null
    readonly query: string
    readonly variables: Readonly<Record<string, unknown>>
  }[]
}

/** @internal For tests: runs a command line against a server that gives these answers, and then none. */
export async function runWith(
  args: readonly string[],
  answers: readonly (() => Response | Promise<Response>)[] = [],
  given: Partial<Surroundings> = {},
): Promise<Run> {
  const left = [...answers]
  const said = { out: '', err: '', slept: 0, asked: [] as Run['asked'][number][] }
  const surroundings: Surroundings = {
    env: { INCIPIT_API_KEY: 'ick_test', INCIPIT_URL: 'http://localhost:1' },
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
    interactive: false,
    terminal: false,
    configFile: join(tmpdir(), 'incipit-no-such-file.json'),
    readSecret: async () => '',
    fetch: async (url, init) => {
      const { query, variables } = JSON.parse(String(init?.body))
      const authorization = new Headers(init?.headers).get('authorization')
      said.asked.push({ url: String(url), authorization, query, variables })
      const answer = left.shift()
      if (answer) return answer()
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code: 'ECONNREFUSED' }) })
    },
    sleep: async () => {
      said.slept += 1
    },
    interrupted: new AbortController().signal,
    ...given,
  }
  return { code: await runCli(args, surroundings), ...said }
}

/** @internal For tests: an answer of the server. */
export function json(body: unknown, status = 200): () => Response {
  return () => Response.json(body, { status })
}

/** @internal For tests: what the server tells of a prompt in the library x, whose existence is asked first. */
export function ofPrompt(prompt: object): (() => Response)[] {
  return [
    json({ data: { library: { id: 'x', slug: 'x', name: 'X' } } }),
    json({ data: { library: { prompt } } }),
  ]
}
