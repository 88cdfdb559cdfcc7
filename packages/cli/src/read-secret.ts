import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** Asks on the terminal for a line that is not shown; reads the first line of a pipe where there is none. */
export function readSecret(question: string): Promise<string> {
  const terminal = process.stdin.isTTY === true
  if (terminal) process.stderr.write(question)
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal })
  return new Promise((resolve) => {
    let answer = ''
    lines.once('line', (line) => {
      answer = line
      lines.close()
    })
    lines.once('close', () => {
      if (terminal) process.stderr.write('\n')
      resolve(answer.trim())
    })
  })
}
