import { createAccounts } from '../accounts/index.ts'
import { createAuditStore, createChanges } from '../audit/index.ts'
import type { Collaboration } from '../collaboration/index.ts'
import { composePrompts } from '../compose-prompts.ts'
import { createLibraries, createLibraryStore, createPeople } from '../libraries/index.ts'
import { createMemoryBus } from '../platform/bus.ts'
import type { Database } from '../platform/database.ts'
import type { NewId } from '../platform/ids.ts'
import type { Logger } from '../platform/logger.ts'

/**
 * The ordinary features under a clock that can be set, so that the demo's history spreads over the past weeks.
 * Their events reach nobody: nobody was there to listen.
 */
export function createPast(deps: {
  db: Database
  collaboration: Collaboration
  logger: Logger
  newId: NewId
  start: Date
}) {
  const { db, collaboration, logger, newId } = deps
  let now = deps.start
  const clock = { now: () => now }
  const bus = createMemoryBus((error) => {
    throw error
  })
  const accounts = createAccounts({ db, bus, clock, newId, demo: true })
  const changes = createChanges({ db, store: createAuditStore(db), bus, clock })
  const libraryStore = createLibraryStore(db)
  // No link is ever made for the demo, so that the address in it does not matter.
  const libraries = createLibraries({
    db,
    store: libraryStore,
    accounts,
    changes,
    bus,
    clock,
    newId,
    publicUrl: '',
  })
  const { prompts, versions, changeRequests, lifecycle } = composePrompts({
    db,
    findLibraries: libraries.findLibraries,
    collaboration,
    people: createPeople({ db, accounts, store: libraryStore }),
    changes,
    bus,
    logger,
    clock,
    newId,
  })
  return {
    db,
    accounts,
    libraries,
    prompts,
    versions,
    changeRequests,
    lifecycle,
    collaboration,
    setTo(instant: Date) {
      now = instant
    },
  }
}

export type Past = ReturnType<typeof createPast>
