import { ACTIONS, type AccessSubject, type Action, can } from '@incipit/access'
import type { Actor } from '../accounts/index.ts'
import { ForbiddenError, NotFoundError, UnauthenticatedError } from '../platform/errors.ts'

/** Who asks, and what they are in a library. Made for each request; it remembers what it looked up. */
export interface Caller {
  readonly actor: Actor | null
  /** Level and scopes in a library; null for strangers. */
  subjectIn(libraryId: string): Promise<AccessSubject | null>
}

/** Looks up a member's level; null for strangers. */
export type FindLevel = (libraryId: string, userId: string) => Promise<AccessSubject['level'] | null>

export function createCaller(actor: Actor | null, findLevel: FindLevel): Caller {
  const known = new Map<string, Promise<AccessSubject | null>>()
  return {
    actor,
    subjectIn(libraryId) {
      let subject = known.get(libraryId)
      if (!subject) {
        subject = subjectOf(actor, libraryId, findLevel)
        known.set(libraryId, subject)
      }
      return subject
    },
  }
}

async function subjectOf(
  actor: Actor | null,
  libraryId: string,
  findLevel: FindLevel,
): Promise<AccessSubject | null> {
  if (!actor) return null
  if (actor.kind === 'key')
    return actor.libraryId === libraryId ? { level: actor.level, scopes: actor.scopes } : null
  const level = await findLevel(libraryId, actor.id)
  return level ? { level } : null
}

/**
 * The gate of every use case.
 *
 * @param what names the thing in the message when the caller may not even know that it exists
 * @throws UnauthenticatedError for nobody, NotFoundError for strangers, ForbiddenError for members who may not
 */
export async function authorize(
  caller: Caller,
  libraryId: string,
  action: Action,
  what: string,
): Promise<Actor> {
  if (!caller.actor) throw new UnauthenticatedError()
  const subject = await caller.subjectIn(libraryId)
  if (!subject || !can(subject, 'library.read')) throw new NotFoundError(what)
  if (!can(subject, action)) throw new ForbiddenError(refusal(subject, action))
  return caller.actor
}

/** Whether the caller may read the library at all: the question of every loader. */
export async function mayRead(caller: Caller, libraryId: string): Promise<boolean> {
  const subject = await caller.subjectIn(libraryId)
  return subject !== null && can(subject, 'library.read')
}

function refusal(subject: AccessSubject, action: Action): string {
  const rule = ACTIONS[action]
  const levels = rule.levels as readonly string[]
  if (!levels.includes(subject.level)) {
    return `Your level here is ${subject.level}, which may not ${rule.description}. Ask an admin of the library for the level ${levels.filter((level) => level !== 'admin').join(' or ') || 'admin'}.`
  }
  return rule.scope === null
    ? `No API key may ${rule.description}. Do it signed in as a person.`
    : `This API key lacks the scope ${rule.scope}, which it needs to ${rule.description}. Create a key with that scope.`
}
