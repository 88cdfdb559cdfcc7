import { readFileSync, writeFileSync } from 'node:fs'
import { printedSchema } from './graphql/schema.ts'

/** Writes the contract: run it after a change of the schema, and look at the difference. `--check` only compares. */
const file = new URL('../../../schema.graphql', import.meta.url)
if (!process.argv.includes('--check')) writeFileSync(file, printedSchema())
else if (readFileSync(file, 'utf8') !== printedSchema()) {
  console.error('Stale: schema.graphql. Run: node apps/server/src/print-schema.ts')
  process.exitCode = 1
}
