import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bringUp, pinnedNode } from './bring-up.mjs'
import { buildStale } from './builds.mjs'
import { runInFront } from './command.mjs'
import { main, OperatorError, root } from './steps.mjs'

const directory = join(fileURLToPath(root), 'bench')

/** `pnpm bench [name…] [--json]`: runs bench/NAME.ts, or all of them, one after the other. Ends with 1 when one failed. */
await main(async (args) => {
  const known = readdirSync(directory)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -3))
    .sort()
  const names = args.filter((argument) => !argument.startsWith('-'))
  const unknown = names.find((name) => !existsSync(join(directory, `${name}.ts`)))
  if (unknown) throw new OperatorError(`There is no benchmark "${unknown}". There are: ${known.join(', ')}.`)
  await bringUp()
  await buildStale()
  let exitCode = 0
  for (const name of names.length > 0 ? names : known) {
    const code = await runInFront(pinnedNode, [
      `bench/${name}.ts`,
      ...args.filter((argument) => argument.startsWith('-')),
    ])
    if (code !== 0) exitCode = 1
  }
  return exitCode
})
