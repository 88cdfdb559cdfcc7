import { bringUp } from './bring-up.mjs'
import { checkStatically } from './static-checks.mjs'
import { main } from './steps.mjs'
import { createTally } from './tally.mjs'

/** `pnpm check`: everything that can be told without running the product. */
await main(async () => {
  await bringUp()
  const tally = createTally()
  await checkStatically(tally)
  console.log(`\n${tally.closingLine()}`)
  return tally.exitCode()
})
