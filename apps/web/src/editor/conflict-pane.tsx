'use client'

import './editor.css'
import './conflict.css'
import { useEffect, useRef } from 'react'
import type { SideText } from './conflict-sides.ts'
import { editorFontReady, editorOptions } from './editor-options.ts'
import { monaco } from './monaco.ts'
import { PROMPT_LANGUAGE } from './prompt-language.ts'
import { useEditorTheme } from './use-editor-theme.ts'

export interface ConflictPaneProps {
  /** Name of the text for screen readers. */
  label: string
  side: SideText
  /** Colours the words in which the side differs. */
  tone: 'base' | 'ours' | 'theirs'
  /** The conflict that is kept in view. */
  current: string | null
}

/** One side of the conflicts, to read: the whole text with the conflicts tinted and their own words marked. */
export default function ConflictPane(props: ConflictPaneProps) {
  const { label, side, tone, current } = props
  const host = useRef<HTMLDivElement>(null)
  const pane = useRef<OpenedPane | null>(null)
  useEditorTheme()
  useEffect(() => {
    const opened = openPane(host.current as HTMLDivElement)
    pane.current = opened
    return () => {
      pane.current = null
      opened.dispose()
    }
  }, [])
  useEffect(() => pane.current?.name(label), [label])
  useEffect(() => pane.current?.show(side, tone, current), [side, tone, current])
  return <div ref={host} className="incipit-editor" data-testid={`conflict-${tone}`} />
}

interface OpenedPane {
  name(label: string): void
  show(side: SideText, tone: string, current: string | null): void
  dispose(): void
}

function openPane(host: HTMLElement): OpenedPane {
  const model = monaco.editor.createModel('', PROMPT_LANGUAGE)
  const editor = monaco.editor.create(host, {
    ...editorOptions,
    model,
    readOnly: true,
    domReadOnly: true,
    fontSize: 13,
    lineHeight: 22,
    padding: { top: 8, bottom: 8 },
    lineNumbersMinChars: 3,
    renderLineHighlight: 'none',
  })
  const tints = editor.createDecorationsCollection()
  let revealed: string | null = null
  void editorFontReady().then(() => monaco.editor.remeasureFonts())
  const rangeOf = ({ from, to }: { from: number; to: number }) =>
    monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to))
  return {
    name: (ariaLabel) => editor.updateOptions({ ariaLabel }),
    show: ({ text, places, words }, tone, current) => {
      if (model.getValue() !== text) model.setValue(text)
      tints.set([
        ...places.map((place) => ({
          range: rangeOf({ from: place.from, to: Math.max(place.from, place.to - 1) }),
          options: {
            isWholeLine: true,
            className: `conflict-side${place.id === current ? ' conflict-current' : ''}${
              place.from === place.to ? ' conflict-nothing' : ''
            }`,
          },
        })),
        ...words.map((word) => ({
          range: rangeOf(word),
          options: { inlineClassName: `conflict-word conflict-word-${tone}` },
        })),
      ])
      const place = places.find(({ id }) => id === current)
      if (!place || revealed === `${current} ${place.from}`) return
      revealed = `${current} ${place.from}`
      editor.revealRangeNearTopIfOutsideViewport(rangeOf(place))
    },
    dispose: () => {
      editor.dispose()
      model.dispose()
    },
  }
}
