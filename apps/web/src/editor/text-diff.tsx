'use client'

import './editor.css'
import { replacementBetween } from '@incipit/collaboration'
import { useEffect, useRef } from 'react'
import { editorFontReady, editorOptions } from './editor-options.ts'
import { monaco } from './monaco.ts'
import { PROMPT_LANGUAGE } from './prompt-language.ts'
import { useEditorTheme } from './use-editor-theme.ts'

export interface TextDiffHandle {
  /** Moves to the next change (1) or the one before (-1). */
  go(direction: 1 | -1): void
}

export interface TextDiffProps {
  before: string
  after: string
  /** Side by side where there is room, else inline. */
  sideBySide: boolean
  labelBefore: string
  labelAfter: string
  onReady?: (handle: TextDiffHandle | null) => void
  /** How many places differ, as soon as it is known. */
  onChanges?: (count: number) => void
}

/** Two texts and what differs between them, line by line and word by word. Both can only be read. */
export default function TextDiff(props: TextDiffProps) {
  const { before, after, sideBySide, labelBefore, labelAfter } = props
  const host = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  latest.current = props
  const opened = useRef<OpenedDiff | null>(null)
  useEditorTheme()

  useEffect(() => {
    const diff = openDiff(host.current as HTMLDivElement, () => latest.current)
    opened.current = diff
    return () => {
      opened.current = null
      diff.dispose()
    }
  }, [])

  useEffect(() => opened.current?.setTexts(before, after), [before, after])
  useEffect(
    () => opened.current?.setLook(sideBySide, labelBefore, labelAfter),
    [sideBySide, labelBefore, labelAfter],
  )

  return <div ref={host} className="incipit-editor" data-testid="text-diff" />
}

/** Longer than any comparison takes. */
const COMPARISON_MS = 6_000

interface OpenedDiff {
  setTexts(before: string, after: string): void
  setLook(sideBySide: boolean, labelBefore: string, labelAfter: string): void
  dispose(): void
}

function openDiff(host: HTMLElement, props: () => TextDiffProps): OpenedDiff {
  const original = monaco.editor.createModel('', PROMPT_LANGUAGE)
  const modified = monaco.editor.createModel('', PROMPT_LANGUAGE)
  const editor = monaco.editor.createDiffEditor(host, {
    ...editorOptions,
    readOnly: true,
    originalEditable: false,
    fontSize: 13,
    lineHeight: 22,
    padding: { top: 8, bottom: 8 },
    diffAlgorithm: 'advanced',
    ignoreTrimWhitespace: false,
    renderOverviewRuler: false,
    renderGutterMenu: false,
    renderMarginRevertIcon: false,
    useInlineViewWhenSpaceIsLimited: true,
    renderSideBySideInlineBreakpoint: 640,
    hideUnchangedRegions: { enabled: true, contextLineCount: 3, minimumLineCount: 4 },
    diffWordWrap: 'on',
    maxComputationTime: COMPARISON_MS - 1_000,
  })
  const setTexts = (before: string, after: string): void => {
    setText(original, before)
    setText(modified, after)
  }
  const setLook = (sideBySide: boolean, labelBefore: string, labelAfter: string): void => {
    editor.updateOptions({ renderSideBySide: sideBySide })
    editor.getOriginalEditor().updateOptions({ ariaLabel: labelBefore })
    editor.getModifiedEditor().updateOptions({ ariaLabel: labelAfter })
  }
  const { before, after, sideBySide, labelBefore, labelAfter } = props()
  setTexts(before, after)
  editor.setModel({ original, modified })
  setLook(sideBySide, labelBefore, labelAfter)
  const updates = editor.onDidUpdateDiff(() => props().onChanges?.(editor.getLineChanges()?.length ?? 0))
  void editorFontReady().then(() => monaco.editor.remeasureFonts())
  props().onReady?.({ go: (direction) => editor.goToDiff(direction === 1 ? 'next' : 'previous') })
  return {
    setTexts,
    setLook,
    dispose: () => {
      props().onReady?.(null)
      updates.dispose()
      editor.dispose()
      // A comparison still under way fails loudly when its texts go away before it ends.
      setTimeout(() => {
        original.dispose()
        modified.dispose()
      }, COMPARISON_MS)
    },
  }
}

/** Replaces only what differs, so that the view stays where it is when somebody writes on. */
function setText(model: ReturnType<typeof monaco.editor.createModel>, text: string): void {
  let offset = 0
  for (const step of replacementBetween(model.getValue(), text)) {
    if ('retain' in step) offset += step.retain
    else {
      const end = 'delete' in step ? offset + step.delete : offset
      const range = monaco.Range.fromPositions(model.getPositionAt(offset), model.getPositionAt(end))
      const insert = 'insert' in step ? step.insert : ''
      model.applyEdits([{ range, text: insert }])
      offset += insert.length
    }
  }
}
