import type { IncomingMessage } from 'node:http'
import { can } from '@incipit/access'
import { type Actor, createAccounts } from './accounts/index.ts'
import { createAuditService, createAuditStore, createChanges } from './audit/index.ts'
import { type AccessTo, createCollaboration, type TicketHolder, type Tuning } from './collaboration/index.ts'
import { composePrompts } from './compose-prompts.ts'
import { createDemo } from './demo/index.ts'
import type { Features, ServerInfo } from './features.ts'
import { createAuthenticate } from './http/authenticate.ts'
import { isOwnOrigin } from './http/origin.ts'
import { createImports } from './imports/index.ts'
import {
  createCaller,
  createLibraries,
  createLibraryStore,
  createPeople,
  mayRead,
} from './libraries/index.ts'
import type { Bus } from './platform/bus.ts'
import type { Clock } from './platform/clock.ts'
import type { OpenDatabase } from './platform/database.ts'
import { UnauthenticatedError } from './platform/errors.ts'
import type { NewId } from './platform/ids.ts'
import type { Logger } from './platform/logger.ts'
import { createSearch } from './search/index.ts'
import { createSetup } from './setup/index.ts'
import { createShelf } from './shelf/index.ts'
import { createStatistics } from './statistics/index.ts'
import { createTaxonomy } from './taxonomy/index.ts'
import { isWritable } from './versions/index.ts'

export interface ComposeDeps {
  readonly database: OpenDatabase
  readonly bus: Bus
  readonly clock: Clock
  readonly newId: NewId
  readonly logger: Logger
  readonly publicUrl: string
  readonly info: ServerInfo
  /** Times and limits of live documents, where they are not the usual ones. */
  readonly tuning?: Partial<Tuning>
}

/** The composition root: every feature built once, in order. */
export function compose(deps: ComposeDeps) {
  const { database, bus, clock, newId, logger, publicUrl, info } = deps
  const { db } = database
  const accounts = createAccounts({ db, bus, clock, newId, demo: info.demo })
  const auditStore = createAuditStore(db)
  const changes = createChanges({ db, store: auditStore, bus, clock })
  const libraryStore = createLibraryStore(db)
  const libraries = createLibraries({
    db,
    store: libraryStore,
    accounts,
    changes,
    bus,
    clock,
    newId,
    publicUrl,
  })
  const people = createPeople({ db, accounts, store: libraryStore })
  const audit = createAuditService({ db, store: auditStore, clock })
  const authenticate = createAuthenticate(accounts, libraries)

  /** A person or key as it is now; null once the session ended or the key was revoked. */
  async function present(actor: Actor): Promise<Actor | null> {
    return actor.kind === 'user' ? accounts.refreshSession(actor) : libraries.refreshKey(actor)
  }

  async function mayStillRead(actor: Actor | null, libraryId: string): Promise<boolean> {
    const now = actor && (await present(actor))
    return now !== null && mayRead(createCaller(now, libraries.findLevel), libraryId)
  }

  /** What somebody may do in a room: asked when they join, and again while they are in it. */
  const accessTo: AccessTo = async (actor, address) => {
    const now = await present(actor)
    if (!now) return 'signed-out'
    const subject = await createCaller(now, libraries.findLevel).subjectIn(address.libraryId)
    if (!subject || !can(subject, 'prompt.read')) return 'none'
    const [prompt] = await promptStore.findPrompts(address.libraryId, [address.promptId])
    if (!prompt) return 'none'
    const [branch] = await versions.findBranches(address.libraryId, [address.branchId])
    if (!branch || branch.deletedAt !== null) return 'none'
    return isWritable(branch, prompt) && can(subject, 'prompt.edit') ? 'write' : 'read'
  }

  async function actorOf(holder: TicketHolder): Promise<Actor | null> {
    return holder.kind === 'user'
      ? accounts.findSessionActor(holder)
      : libraries.findKeyActor(holder.libraryId, holder.id)
  }

  const collaboration = createCollaboration({
    db,
    bus,
    clock,
    newId,
    logger,
    authenticate: (request: IncomingMessage) => authenticate(request).catch(nobodyIfUnauthenticated),
    actorOf,
    accessTo,
    isOwnOrigin: (request) => isOwnOrigin(request, publicUrl),
    ...(deps.tuning && { tuning: deps.tuning }),
  })
  const { findLibraries } = libraries
  const { promptStore, taxonomyStore, catalogue, versions, prompts, changeRequests, lifecycle } =
    composePrompts({ db, findLibraries, collaboration, people, changes, bus, logger, clock, newId })
  const shelf = createShelf({ db, prompts: promptStore, changes, clock, newId })
  const taxonomy = createTaxonomy({
    db,
    store: taxonomyStore,
    findLibraries,
    catalogue,
    changes,
    clock,
    newId,
  })
  const imports = createImports({
    db,
    libraries,
    catalogue,
    prompts,
    versions,
    collaboration,
    changes,
    bus,
    clock,
    newId,
    logger,
  })
  const search = createSearch({ db, findPrompts: prompts.findPrompts, clock })
  const setup = createSetup({ db, accounts, libraries, clock, publicUrl })
  const demo = createDemo({ db, accounts, collaboration, clock, logger, newId })
  const features: Features = {
    db,
    bus,
    accounts,
    libraries,
    people,
    audit,
    prompts,
    taxonomy,
    shelf,
    statistics: createStatistics({ db, clock }),
    search,
    versions,
    changeRequests,
    lifecycle,
    catalogue,
    collaboration,
    imports,
    setup,
    demo,
    info,
    mayStillRead,
  }
  return { features, authenticate, present }
}

function nobodyIfUnauthenticated(error: unknown): null {
  if (error instanceof UnauthenticatedError) return null
  throw error
}
