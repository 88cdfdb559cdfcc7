import { configFileOf } from './config-file.ts'
import { readSecret } from './read-secret.ts'
import { runCli } from './run-cli.ts'

const interruption = new AbortController()
process.once('SIGINT', () => interruption.abort())

// Whoever reads may have seen enough, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

process.exitCode = await runCli(process.argv.slice(2), {
  env: process.env,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  interactive: process.stderr.isTTY === true,
  terminal: process.stdout.isTTY === true,
  configFile: configFileOf(process.env),
  readSecret,
  fetch,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  interrupted: interruption.signal,
})
