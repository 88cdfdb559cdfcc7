import { useEffect, useState } from 'react'
import { type DocumentSession, type Peer, peersOf, peopleOf } from '../../../editor/index.ts'

/** The others who have this prompt open now. */
export function usePeopleHere(session: DocumentSession | null): readonly Peer[] {
  const [people, setPeople] = useState<readonly Peer[]>([])
  useEffect(() => {
    if (!session) return
    const { awareness } = session
    const update = (): void => {
      const now = peopleOf(peersOf(awareness))
      // Cursors move many times a second; the faces change rarely.
      setPeople((before) => (sameFaces(before, now) ? before : now))
    }
    awareness.on('change', update)
    update()
    return () => {
      awareness.off('change', update)
      setPeople([])
    }
  }, [session])
  return people
}

function sameFaces(a: readonly Peer[], b: readonly Peer[]): boolean {
  const face = (peer: Peer) => `${peer.userId} ${peer.name} ${peer.hue}`
  return a.length === b.length && a.every((peer, index) => face(peer) === face(b[index] as Peer))
}
