import { useEffect, useState } from 'react'
import type { DocumentSession } from '../../../editor/index.ts'
import { type DocumentView, documentView, EMPTY_VIEW } from './document-view.ts'

const DELAY_MS = 200

/** What the inspector shows of the live text, renewed after each pause in typing. */
export function useDocumentView(session: DocumentSession | null): DocumentView {
  const [view, setView] = useState(EMPTY_VIEW)
  useEffect(() => {
    if (!session) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = (): void => setView(documentView(session.text.toString()))
    const soon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(read, DELAY_MS)
    }
    session.text.observe(soon)
    read()
    return () => {
      clearTimeout(timer)
      session.text.unobserve(soon)
    }
  }, [session])
  return view
}
