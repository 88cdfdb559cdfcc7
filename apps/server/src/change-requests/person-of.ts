import type { Caller } from '../libraries/index.ts'
import type { ChangeRequestDeps } from './deps.ts'

/** Finds the person who answers for a caller: themselves, or who made their API key. A request asks once. */
export function createPersonOf({
  db,
  judgement,
  clock,
}: Pick<ChangeRequestDeps, 'db' | 'judgement' | 'clock'>) {
  const makers = new WeakMap<Caller, Promise<string>>()

  async function makerOf(libraryId: string, keyId: string): Promise<string> {
    const standings = await judgement.standings(db, libraryId, [keyId], clock.now())
    return standings.get(keyId)?.person ?? keyId
  }

  return async function personOf(caller: Caller, libraryId: string): Promise<string | null> {
    const { actor } = caller
    if (actor?.kind !== 'key') return actor?.id ?? null
    const known = makers.get(caller) ?? makerOf(libraryId, actor.id)
    makers.set(caller, known)
    return known
  }
}
