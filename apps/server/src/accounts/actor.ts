import type { Level, Scope } from '@incipit/access'

/** A person in a signed-in browser. */
export interface UserActor {
  readonly kind: 'user'
  readonly id: string
  readonly name: string
  readonly hue: number
  readonly sessionId: string
  /** May create libraries. */
  readonly isOperator: boolean
}

/** A program with an API key of one library. */
export interface KeyActor {
  readonly kind: 'key'
  readonly id: string
  readonly name: string
  readonly hue: number
  readonly libraryId: string
  readonly level: Level
  readonly scopes: readonly Scope[]
}

/** Incipit itself: first start, scheduled work. */
export interface SystemActor {
  readonly kind: 'system'
  readonly id: string
  readonly name: string
  readonly hue: number
}

/** Somebody who came in from outside. */
export type Actor = UserActor | KeyActor

/** Who did something, as it is written down beside what was done. */
export interface ActorRef {
  readonly kind: 'user' | 'key' | 'system'
  readonly id: string
  readonly name: string
}

export const SYSTEM: SystemActor = {
  kind: 'system',
  id: '00000000-0000-0000-0000-000000000000',
  name: 'Incipit',
  hue: 1,
}

export function actorRef(actor: Actor | SystemActor): ActorRef {
  return { kind: actor.kind, id: actor.id, name: actor.name }
}
