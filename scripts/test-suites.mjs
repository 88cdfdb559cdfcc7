import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pinnedNode, toolEnvironment } from './bring-up.mjs'
import { runQuietly } from './command.mjs'
import { root } from './steps.mjs'

const directory = fileURLToPath(root)
const results = join(directory, 'test-results')

/** Runs projects of vitest.config.ts and counts their tests. */
export async function runVitest(projects, env = {}) {
  const file = freshFile('vitest.json')
  const args = [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...projects.map((name) => `--project=${name}`),
  ]
  const { ok, output } = await runQuietly(pinnedNode, ['node_modules/vitest/vitest.mjs', ...args], {
    env: toolEnvironment({ NO_COLOR: '1', ...env }),
  })
  const report = readReport(file)
  if (!report) return { passed: 0, failed: 1, output }
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  const failed = report.numFailedTests + unloaded
  return {
    passed: report.numPassedTests,
    // An error outside of any test also fails the run.
    failed: ok ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests + report.numTodoTests,
    output,
  }
}

/** Runs projects of e2e/playwright.config.ts in Chromium and counts their tests. */
export async function runInBrowser(projects, env = {}) {
  const file = freshFile('journeys.json')
  const { ok, output } = await runQuietly(
    pinnedNode,
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--config=e2e/playwright.config.ts',
      '--reporter=list,json',
      ...projects.map((name) => `--project=${name}`),
    ],
    { env: toolEnvironment({ NO_COLOR: '1', PLAYWRIGHT_JSON_OUTPUT_FILE: file, ...env }) },
  )
  const report = readReport(file)
  if (!report) return { passed: 0, failed: 1, output }
  const { expected, unexpected, flaky, skipped } = report.stats
  const failed = unexpected + flaky
  return { passed: expected, failed: ok ? failed : Math.max(failed, 1), skipped, output }
}

function freshFile(name) {
  mkdirSync(results, { recursive: true })
  const file = join(results, name)
  rmSync(file, { force: true })
  return file
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
