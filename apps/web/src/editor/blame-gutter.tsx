'use client'

import type * as Monaco from 'monaco-editor/editor.js'
import { useEffect, useRef } from 'react'
import { type BlamePoint, type EditorBlame, showBlameGutter } from './blame-gutter-rows.ts'

interface BlameGutterProps {
  editor: Monaco.editor.ICodeEditor
  /** Give a memoized one: another starts anew. */
  blame: EditorBlame
  onPoint?: (point: BlamePoint | null) => void
  onLine?: (owner: number) => void
}

/** Who committed the lines beside it. For the eyes and the pointer; the page says the same of the cursor's line in words. */
export function BlameGutter({ editor, blame, onPoint, onLine }: BlameGutterProps) {
  const host = useRef<HTMLDivElement>(null)
  const latest = useRef({ onPoint, onLine })
  latest.current = { onPoint, onLine }
  useEffect(() => {
    const gutter = showBlameGutter({
      editor,
      host: host.current as HTMLDivElement,
      blame,
      onPoint: (point) => latest.current.onPoint?.(point),
      onLine: (owner) => latest.current.onLine?.(owner),
    })
    return () => gutter.dispose()
  }, [editor, blame])
  return <div ref={host} className="blame-gutter" aria-hidden="true" data-testid="blame-gutter" />
}
