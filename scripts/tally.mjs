import { isStopped, lastLines } from './command.mjs'
import { OperatorError, seconds } from './steps.mjs'

/**
 * Counts what passed and failed over all steps. A step's work answers `{ passed, failed, skipped?, output }`; a step
 * that fails does not keep the next ones from running, so that one run shows everything.
 */
export function createTally() {
  const total = { passed: 0, failed: 0, skipped: 0 }
  return {
    async step(what, work) {
      if (isStopped()) process.exit(130)
      const began = performance.now()
      process.stdout.write(`  ${what} … `)
      const { passed, failed, skipped = 0, output } = await work().catch(failure)
      if (isStopped()) process.exit(130)
      total.passed += passed
      total.failed += failed
      total.skipped += skipped
      const counts =
        passed + failed + skipped === 1
          ? failed
            ? 'failed'
            : 'passed'
          : closingLine({ passed, failed, skipped })
      process.stdout.write(`${counts} (${seconds(began)})\n`)
      if (failed > 0) process.stdout.write(`${lastLines(output, 300)}\n\n`)
      return failed === 0
    },
    closingLine: () => closingLine(total),
    exitCode: () => (total.failed > 0 ? 1 : 0),
  }
}

/** A step that is one check. */
export const oneCheck = ({ ok, output }) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, output })

function failure(error) {
  return oneCheck({
    ok: false,
    output: error instanceof OperatorError ? error.message : String(error?.stack ?? error),
  })
}

function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
