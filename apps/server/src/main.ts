import { createRequire } from 'node:module'
import { compose } from './compose.ts'
import { type Config, readConfig } from './config.ts'
import { createHttpServer } from './http/server.ts'
import { discoverSingleSignOn, SIGN_ON_PATH } from './oidc/index.ts'
import { createMemoryBus } from './platform/bus.ts'
import { systemClock } from './platform/clock.ts'
import { type OpenDatabase, openDatabase } from './platform/database.ts'
import { StartError } from './platform/errors.ts'
import { newId } from './platform/ids.ts'
import { createLogger, type Logger } from './platform/logger.ts'
import { connectRedisBus } from './platform/redis-bus.ts'
import { startWeb } from './web-process.ts'

const UPKEEP_MS = 60_000

const { version } = createRequire(import.meta.url)('../package.json') as { version: string }

/** Says what a step does and how long it took; for people, on standard error, beside the structured log. */
async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await work()
  process.stderr.write(`  ${what} (${((performance.now() - began) / 1000).toFixed(1)} s)\n`)
  return result
}

async function start(config: Config): Promise<void> {
  const logger = createLogger(config.logLevel)
  const closers: (() => Promise<void>)[] = []
  let stopping: Promise<void> | null = null

  /** Undoes the start in reverse order: doors first, data last. */
  const stop = () => {
    stopping ??= (async () => {
      for (const close of closers.reverse()) await close()
    })()
    return stopping
  }

  const onSignal = (signal: string) => {
    // Ctrl-C reaches us twice: from the terminal, and passed on by what started us.
    if (stopping) return
    process.stderr.write(`\n${signal}: saving what is open and stopping\n`)
    stop().then(
      () => process.exit(0),
      (error) => {
        logger.error({ err: error }, 'stopping failed')
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal)
  process.on('unhandledRejection', (error) =>
    logger.error({ err: error }, 'a promise was rejected and nobody listened'),
  )

  try {
    const database = await step(
      'url' in config.database ? 'Database reached and up to date' : 'Embedded database open and up to date',
      () => openDatabase(config.database),
    )
    closers.push(() => database.close())
    const onBusError = (error: unknown) => logger.error({ err: error }, 'the event bus failed')
    const { redisUrl } = config
    const bus = redisUrl
      ? await step('Redis reached', () => connectRedisBus(redisUrl, onBusError))
      : createMemoryBus(onBusError)
    closers.push(() => bus.close())

    const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`
    const { singleSignOn: signOnConfig } = config
    const singleSignOn = signOnConfig
      ? await step('Identity provider reached', () => discoverSingleSignOn(signOnConfig, publicUrl))
      : null
    const { features, authenticate, present } = compose({
      database,
      bus,
      clock: systemClock,
      newId,
      logger,
      publicUrl,
      info: {
        version,
        demo: config.demo,
        singleSignOn: singleSignOn ? { label: singleSignOn.label, url: SIGN_ON_PATH } : null,
      },
    })
    closers.push(() => features.imports.close())
    const indexed = await features.catalogue.fillMissingSearch(database.db)
    if (indexed > 0) process.stderr.write(`  ${indexed} prompts of before can be searched now\n`)
    const isFirstStart = await features.setup.isRequired()
    if (config.demo && isFirstStart) await step('Demo library filled', () => features.demo.fill())

    const { web: webMode } = config
    const web =
      webMode === 'off' ? null : await step('Web application running', () => startWeb(webMode, process.env))
    if (web) closers.push(() => web.close())
    const server = await createHttpServer({
      features,
      database,
      authenticate,
      present,
      clock: systemClock,
      newId,
      logger,
      publicUrl,
      trustProxy: config.trustProxy,
      rateLimit: config.rateLimit,
      web,
      singleSignOn,
    })
    closers.push(() => server.close())
    closers.push(keepingUp(database, logger))
    await listen(server.app, config)
    await announce(config, publicUrl, isFirstStart && !config.demo ? await features.setup.newLink() : null)
  } catch (error) {
    await stop()
    throw error
  }
}

/** Looks after the embedded database's tables every minute. Returns what ends it. */
function keepingUp(database: OpenDatabase, logger: Logger): () => Promise<void> {
  let last = Promise.resolve()
  const timer = setInterval(() => {
    last = last
      .then(() => database.keepUp())
      .then(
        () => {},
        (error: unknown) => logger.error({ err: error }, 'looking after the tables failed'),
      )
  }, UPKEEP_MS)
  return () => {
    clearInterval(timer)
    return last
  }
}

async function listen(
  app: Awaited<ReturnType<typeof createHttpServer>>['app'],
  config: Config,
): Promise<void> {
  try {
    await app.listen({ port: config.port, host: config.host })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EADDRINUSE') {
      throw new StartError(
        `Port ${config.port} is taken by another program. Stop it, or choose another port: PORT=3001 npm start.`,
      )
    }
    if (code === 'EACCES')
      throw new StartError(
        `Port ${config.port} needs privileges this process does not have. Choose one above 1023.`,
      )
    if (code === 'EADDRNOTAVAIL')
      throw new StartError(`This machine has no address ${config.host}. Correct HOST.`)
    throw error
  }
}

async function announce(config: Config, publicUrl: string, setupLink: string | null): Promise<void> {
  if (setupLink) process.stderr.write(`\nSet up this server, once, here:\n${setupLink}\n`)
  const accounts = config.demo ? ' – demo accounts, one click each: admin, developer, reviewer, viewer' : ''
  process.stderr.write(`\nIncipit is ready at ${publicUrl}${accounts}\n`)
}

try {
  await start(readConfig(process.env))
} catch (error) {
  if (error instanceof StartError) process.stderr.write(`\n${error.message}\n`)
  else
    process.stderr.write(
      `\nIncipit could not start: ${error instanceof Error ? error.message : String(error)}\n`,
    )
  process.exit(1)
}
