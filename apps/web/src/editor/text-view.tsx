'use client'

import './blame.css'
import './editor.css'
import { useEffect, useRef, useState } from 'react'
import { BlameGutter } from './blame-gutter.tsx'
import { showBlameWords, type WordRun } from './blame-words.ts'
import { editorFontReady, editorOptions, foldingOptions } from './editor-options.ts'
import { monaco } from './monaco.ts'
import type { ShownBlame } from './prompt-editor.tsx'
import { PROMPT_LANGUAGE } from './prompt-language.ts'
import { useEditorTheme } from './use-editor-theme.ts'

export interface TextViewProps {
  text: string
  /** Name of the text for screen readers. */
  label: string
  /** Who committed its lines, told in a gutter beside it. */
  blame?: ShownBlame
  /** Who wrote its words, told by their hue. Give a memoized list. */
  words?: readonly WordRun[]
}

/** A text that can only be read. */
export default function TextView({ text, label, blame, words }: TextViewProps) {
  const host = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<ReturnType<typeof openView> | null>(null)
  const latest = useRef(blame)
  latest.current = blame
  useEditorTheme()
  useEffect(() => {
    const opened = openView(host.current as HTMLDivElement, text)
    setEditor(opened)
    return () => {
      setEditor(null)
      opened.getModel()?.dispose()
      opened.dispose()
    }
  }, [text])
  useEffect(() => editor?.updateOptions({ ariaLabel: label }), [editor, label])
  useEffect(() => {
    if (!editor || !words) return
    const shown = showBlameWords({
      monaco,
      editor,
      words,
      onPoint: (point) => latest.current?.onPoint?.(point),
      onWord: (owner) => latest.current?.onLine?.(owner),
    })
    return () => shown.dispose()
  }, [editor, words])
  return (
    <div className="incipit-editor-row">
      {editor && blame && (
        <BlameGutter editor={editor} {...blame} onLine={words ? undefined : blame.onLine} />
      )}
      <div ref={host} className="incipit-editor" data-testid="text-view" />
    </div>
  )
}

function openView(host: HTMLElement, text: string) {
  const editor = monaco.editor.create(host, {
    ...editorOptions,
    ...foldingOptions,
    model: monaco.editor.createModel(text, PROMPT_LANGUAGE),
    readOnly: true,
    domReadOnly: true,
    fontSize: 13,
    padding: { top: 8, bottom: 32 },
  })
  void editorFontReady().then(() => monaco.editor.remeasureFonts())
  return editor
}
