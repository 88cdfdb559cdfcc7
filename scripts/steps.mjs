/** What the operator can put right: told as one sentence, without a stack trace. */
export class OperatorError extends Error {}

export const root = new URL('..', import.meta.url)

/** Runs a step: says on standard error what it does, then how long it took. */
export async function step(what, work) {
  const began = performance.now()
  process.stderr.write(`  ${what} … `)
  try {
    await work()
    process.stderr.write(`(${seconds(began)})\n`)
  } catch (error) {
    process.stderr.write('failed\n')
    throw error
  }
}

/** Time since `began` (from `performance.now()`), for people. */
export function seconds(began) {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`
}

/** Runs a script of this directory: a mistake ends it with a sentence and exit code 1. */
export async function main(work) {
  try {
    process.exitCode = await work(process.argv.slice(2))
  } catch (error) {
    const sentence =
      error instanceof OperatorError ? error.message : `This should not happen: ${error?.stack ?? error}`
    process.stderr.write(`\n${sentence}\n`)
    process.exitCode = 1
  }
}
