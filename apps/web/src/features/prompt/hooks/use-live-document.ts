import { CLOSE, FORBIDDEN_REASON } from '@incipit/collaboration'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { type DocumentSession, openDocument, type SessionState } from '../../../editor/index.ts'

/** The live document as the page sees it. */
export interface LiveDocument {
  session: DocumentSession
  state: SessionState
  /** Throws what is in this window and its copy away and opens the server's text anew. */
  reopen: () => void
}

export interface LiveDocumentSpec {
  documentId: string
  /** `null` while it is not known which. */
  room: string | null
  userId: string
  userName: string
  hue: number
  mayWrite: boolean
  /** Asks the server again what the person may do. */
  refreshAccess: () => void
}

const MAX_TRIES = 3
/** Long enough for the answer about the present access to arrive first. */
const RECONNECT_MS = 600

/** Opens the live document of a branch while the page is shown; without a room there is none yet. */
export function useLiveDocument(spec: LiveDocumentSpec): LiveDocument | null {
  const { documentId, room, userId, userName, hue, mayWrite } = spec
  const [opened, setOpened] = useState<{ session: DocumentSession; room: string } | null>(null)
  // For one rendering after a change of branch what is open still is the text of the one before.
  const session = opened?.room === room ? opened.session : null
  const [opening, setOpening] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `opening` counts the wishes to open anew
  useEffect(() => {
    if (room === null) return
    const session = openDocument({
      url: `${window.location.origin.replace(/^http/, 'ws')}/collab`,
      room,
      localName: mayWrite ? `incipit:${documentId}:${userId}` : null,
    })
    // The server puts the session's identity in its place; until then this is what the others would see.
    session.awareness.setLocalStateField('user', { id: userId, name: userName, hue })
    setOpened({ session, room })
    return () => {
      setOpened(null)
      session.destroy()
    }
  }, [documentId, room, userId, mayWrite, opening])

  const state = useSyncExternalStore(session?.subscribe ?? nothing, () => session?.state() ?? null, noState)
  const reopen = useCallback(() => {
    void session?.forget().then(() => setOpening((count) => count + 1))
  }, [session])
  useAccessChange(session, state, spec.refreshAccess)
  return session && state ? { session, state, reopen } : null
}

/**
 * Access was raised or lowered: ask for the present one and go on with it. A change of `mayWrite` opens the document
 * anew; where nothing changed after all, connecting again is enough.
 */
function useAccessChange(
  session: DocumentSession | null,
  state: SessionState | null,
  refreshAccess: () => void,
): void {
  const closed = state?.closed
  const unsaved = state ? state.save.unsaved + state.kept : 0
  const tries = useRef(0)
  const saved = state?.save.status === 'saved'
  useEffect(() => {
    if (saved) tries.current = 0
  }, [saved])
  useEffect(() => {
    if (!session || closed?.code !== CLOSE.forbidden) return
    refreshAccess()
    if (closed.reason === FORBIDDEN_REASON.readOnly || unsaved > 0 || tries.current >= MAX_TRIES) return
    tries.current += 1
    const timer = setTimeout(() => session.reconnect(), RECONNECT_MS)
    return () => clearTimeout(timer)
  }, [session, closed, unsaved, refreshAccess])
}

const nothing = () => () => {}
const noState = () => null
