import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from './samples.ts'
import type { WrittenHistory } from './stored-history.ts'

const ROUNDS = 7
/** The one file of the repository. */
export const GIT_FILE = 'prompt.txt'

/** A repository of Git with a history: main and the branch `feature`. */
export interface GitHistory {
  /** Milliseconds a command takes as a process of its own, median of several. */
  readonly time: (...args: string[]) => number
  readonly drop: () => void
}

/** The same history in Git; null where there is no Git on the machine. */
export function createGitHistory(history: WrittenHistory): GitHistory | null {
  if (spawnSync('git', ['--version']).status !== 0) return null
  const directory = mkdtempSync(join(tmpdir(), 'incipit-git-'))
  const git = (args: readonly string[], input?: Buffer) =>
    execFileSync('git', ['-C', directory, ...args], {
      input,
      maxBuffer: 1e9,
      stdio: ['pipe', 'pipe', 'ignore'],
    })
  git(['init', '--bare', '-q'])
  git(['fast-import', '--quiet'], Buffer.from(streamOf(history)))
  // What Git itself does from time to time; without it, questions to a history are slower.
  git(['commit-graph', 'write', '--reachable'])
  return {
    time(...args) {
      const samples = Array.from({ length: ROUNDS }, () => {
        const began = performance.now()
        // A merge on trial with conflicts ends with 1.
        const { status } = spawnSync('git', ['-C', directory, ...args], { maxBuffer: 1e9 })
        if (status === null || status > 1) throw new Error(`git ${args.join(' ')} ended with ${status}`)
        return performance.now() - began
      })
      return median(samples)
    },
    drop: () => rmSync(directory, { recursive: true }),
  }
}

/** The history as `git fast-import` reads it. */
function streamOf({ commits, main, branch }: WrittenHistory): string {
  const marks = new Map(commits.map(({ id, seq }) => [id, seq]))
  const parts = commits.map(({ seq, parents, content }) => {
    const [first, ...others] = parents.map((parent) => marks.get(parent))
    return [
      `commit refs/heads/all\nmark :${seq}\ncommitter Somebody <somebody@example.org> ${1_767_225_600 + seq * 60} +0000`,
      data(`Change ${seq}`),
      ...(first === undefined ? [] : [`from :${first}`]),
      ...others.map((other) => `merge :${other}`),
      `M 100644 inline ${GIT_FILE}`,
      data(content),
    ].join('\n')
  })
  const ends = [`reset refs/heads/main\nfrom :${main}`, `reset refs/heads/feature\nfrom :${branch}`, 'done']
  return `${[...parts, ...ends].join('\n\n')}\n`
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`
}
