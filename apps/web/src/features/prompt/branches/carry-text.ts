import { replacementBetween } from '@incipit/collaboration'
import { type DocumentSession, openDocument } from '../../../editor/index.ts'

/** Longest wait for the server to take the text; it is small and the server near. */
const TIMEOUT_MS = 15_000

/**
 * Puts a text into the live document of another branch, in the person's name. Resolves to whether the server has stored
 * it; where not, the text still stands where it came from.
 */
export async function carryText(room: string, content: string): Promise<boolean> {
  const session = openDocument({
    url: `${window.location.origin.replace(/^http/, 'ws')}/collab`,
    room,
    localName: null,
  })
  const timeout = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => timeout.resolve(false), TIMEOUT_MS)
  try {
    return await Promise.race([put(session, content), timeout.promise])
  } finally {
    clearTimeout(timer)
    session.destroy()
  }
}

async function put(session: DocumentSession, content: string): Promise<boolean> {
  await reached(session, ({ ready, save, closed }) => closed !== null || (ready && save.status === 'saved'))
  if (session.state().closed) return false
  session.text.applyDelta([...replacementBetween(session.text.toString(), content)])
  await reached(session, ({ save, closed }) => closed !== null || save.status === 'saved')
  return session.state().closed === null
}

function reached(
  session: DocumentSession,
  there: (state: ReturnType<DocumentSession['state']>) => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!there(session.state())) return
      stop()
      resolve()
    }
    const stop = session.subscribe(look)
    look()
  })
}
