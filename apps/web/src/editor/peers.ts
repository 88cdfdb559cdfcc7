import { parseAwareness, type SelectionJson } from '@incipit/collaboration'

/** Another connection in the room. A person with two windows is two peers. */
export interface Peer {
  clientId: number
  userId: string
  name: string
  /** 1 to 12. */
  hue: number
  selection: SelectionJson | null
}

/** As much of an awareness as is needed to see who is there. */
export interface PresenceSource {
  clientID: number
  getStates(): Map<number, unknown>
}

/** Longest name shown beside a cursor; more would cover the text. */
const MAX_NAME = 40
const HUES = 12

/** The others in the room, as far as what they say of themselves can be understood. */
export function peersOf(awareness: PresenceSource): Peer[] {
  const peers: Peer[] = []
  for (const [clientId, state] of awareness.getStates()) {
    if (clientId === awareness.clientID) continue
    const parsed = parseAwareness(state)
    if (!parsed) continue
    const { user, selection } = parsed
    peers.push({
      clientId,
      userId: user.id,
      name: Array.from(user.name).slice(0, MAX_NAME).join(''),
      hue: ((Math.max(1, Math.floor(user.hue)) - 1) % HUES) + 1,
      selection: selection ?? null,
    })
  }
  return peers.sort((a, b) => a.clientId - b.clientId)
}

/** One entry for each person, however many windows they have open; a window with a cursor is preferred. */
export function peopleOf(peers: readonly Peer[]): Peer[] {
  const people = new Map<string, Peer>()
  for (const peer of peers) {
    const known = people.get(peer.userId)
    if (!known || (!known.selection && peer.selection)) people.set(peer.userId, peer)
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name))
}
