'use client'

import './blame.css'
import './conflict.css'
import './editor.css'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { bindMonaco } from './bind-monaco.ts'
import { BlameGutter } from './blame-gutter.tsx'
import type { BlamePoint, EditorBlame } from './blame-gutter-rows.ts'
import { type ConflictLayer, showConflicts } from './conflict-layer.ts'
import type { ConflictMark } from './conflict-places.ts'
import { watchProblems } from './document-problems.ts'
import type { DocumentSession } from './document-session.ts'
import type { EditorHandle } from './editor-handle.ts'
import { editorFontReady, editorOptions, foldingOptions } from './editor-options.ts'
import { followDefinitions } from './follow-definitions.ts'
import { followPerson } from './follow-person.ts'
import { monaco } from './monaco.ts'
import { addPromptActions, type PromptActions } from './prompt-actions.ts'
import { PROMPT_LANGUAGE } from './prompt-language.ts'
import { type PromptServices, setPromptServices } from './prompt-services.ts'
import { showRemoteCursors } from './remote-cursors.ts'
import { addRenameBox, type RenameBox } from './rename-box.ts'
import { settleTooltips } from './settle-tooltips.ts'
import { shareSelection } from './share-selection.ts'
import { useEditorTheme } from './use-editor-theme.ts'
import { suggestWhereItHelps } from './where-suggestions-help.ts'

export interface PromptEditorProps {
  session: DocumentSession
  /** Name of the text for screen readers. */
  label: string
  readOnly: boolean
  /** Said when somebody types into a text they may not change. */
  readOnlyMessage: string
  /** These may change from one rendering to the next; the newest are called. */
  onReady?: (handle: EditorHandle | null) => void
  onCursor?: (place: { line: number; column: number; selected: number }) => void
  onFollowEnded?: () => void
  onCommit?: () => void
  /** The library around the text; without it includes are only words. */
  services?: PromptServices
  /** Places where two changes met, and what is shown above each. */
  conflicts?: EditorConflicts
  /** Who committed its lines, told in a gutter beside it. */
  blame?: ShownBlame
}

export interface ShownBlame {
  /** Give a memoized one. */
  blame: EditorBlame
  onPoint?: (point: BlamePoint | null) => void
  onLine?: (owner: number) => void
}

export interface EditorConflicts {
  marks: readonly ConflictMark[]
  /** The one that is looked at. */
  current: string | null
  render: (id: string) => ReactNode
}

/** The live text of a prompt in an editor, shared with everyone in the room. */
export default function PromptEditor(props: PromptEditorProps) {
  const { session, label, readOnly, readOnlyMessage } = props
  const host = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  latest.current = props
  const opened = useRef<OpenedEditor | null>(null)
  const [shown, setShown] = useState<OpenedEditor | null>(null)
  useEditorTheme()

  useEffect(() => {
    const editor = openEditor(host.current as HTMLDivElement, session, () => latest.current)
    opened.current = editor
    setShown(editor)
    return () => {
      opened.current = null
      setShown(null)
      editor.dispose()
    }
  }, [session])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known of the library is read from the newest properties
  useEffect(() => opened.current?.checkProblems(), [props.services])

  useEffect(() => {
    opened.current?.update({ readOnly, readOnlyMessage, label })
  }, [readOnly, readOnlyMessage, label])

  return (
    <>
      <div className="incipit-editor-row">
        {shown && props.blame && <BlameGutter editor={shown.editor} {...props.blame} />}
        <div ref={host} className="incipit-editor" data-testid="prompt-editor" />
      </div>
      {shown && props.conflicts && <ConflictPlaces layer={shown.conflicts} conflicts={props.conflicts} />}
    </>
  )
}

/** Fills the places above the conflicts. */
function ConflictPlaces({ layer, conflicts }: { layer: ConflictLayer; conflicts: EditorConflicts }) {
  const { marks, current, render } = conflicts
  const [nodes, setNodes] = useState<ReadonlyMap<string, HTMLElement>>(new Map())
  useEffect(() => setNodes(layer.set(marks, current)), [layer, marks, current])
  useEffect(() => () => void layer.set([], null), [layer])
  return [...nodes].map(([id, node]) => createPortal(render(id), node, id))
}

interface OpenedEditor {
  editor: Editor
  conflicts: ConflictLayer
  checkProblems(): void
  update(options: { readOnly: boolean; readOnlyMessage: string; label: string }): void
  dispose(): void
}

function openEditor(
  host: HTMLElement,
  session: DocumentSession,
  props: () => PromptEditorProps,
): OpenedEditor {
  const { text, awareness, undoManager } = session
  const model = monaco.editor.createModel('', PROMPT_LANGUAGE)
  const editor = monaco.editor.create(host, {
    ...editorOptions,
    ...foldingOptions,
    model,
    ...accessOptions(props()),
  })
  settleTooltips()
  setPromptServices(model, () => props().services)
  const problems = watchProblems(monaco, model)
  const binding = bindMonaco({ monaco, editor, text, undoManager })
  binding.setReadOnly(props().readOnly)
  const following = followCommands(session, editor, () => props().onFollowEnded?.())
  const conflicts = showConflicts({ monaco, editor, text })
  const actions = addPromptActions({ monaco, editor, undoManager })
  const renaming = addRenameBox({ monaco, editor, undoManager })
  const disposables = [
    conflicts,
    actions,
    renaming,
    followDefinitions(monaco, editor),
    suggestWhereItHelps(editor),
    shareSelection({ editor, text, awareness }),
    showRemoteCursors({ monaco, editor, text, awareness }),
    problems,
    editor.onDidChangeCursorSelection(({ selection }) => {
      const place = selection.getPosition()
      const selected = model.getValueLengthInRange(selection)
      props().onCursor?.({ line: place.lineNumber, column: place.column, selected })
    }),
    following,
    binding,
    editor,
    model,
  ]
  editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter, () => props().onCommit?.())
  void editorFontReady().then(() => monaco.editor.remeasureFonts())
  props().onReady?.(handleOf({ editor, follow: following.follow, conflicts, actions, renaming }))
  return {
    editor,
    conflicts,
    checkProblems: problems.check,
    update: (options) => {
      editor.updateOptions(accessOptions(options))
      binding.setReadOnly(options.readOnly)
    },
    dispose: () => {
      props().onReady?.(null)
      for (const disposable of disposables) disposable.dispose()
    },
  }
}

function accessOptions({
  readOnly,
  readOnlyMessage,
  label,
}: Pick<PromptEditorProps, 'readOnly' | 'readOnlyMessage' | 'label'>) {
  return { readOnly, readOnlyMessage: { value: readOnlyMessage }, ariaLabel: label }
}

type Editor = ReturnType<typeof monaco.editor.create>

function followCommands({ text, awareness }: DocumentSession, editor: Editor, onEnded: () => void) {
  let current: { dispose(): void } | null = null
  const follow = (userId: string | null): void => {
    current?.dispose()
    current = null
    if (userId === null) return
    const ended = (): void => {
      follow(null)
      onEnded()
    }
    current = followPerson({ monaco, editor, text, awareness, userId, ended })
  }
  return { follow, dispose: () => follow(null) }
}

interface HandleParts {
  editor: Editor
  follow: EditorHandle['follow']
  conflicts: ConflictLayer
  actions: PromptActions
  renaming: RenameBox
}

function handleOf({ editor, follow, conflicts, actions, renaming }: HandleParts): EditorHandle {
  const goTo: EditorHandle['goTo'] = ({ line, column }) => {
    editor.setPosition({ lineNumber: line, column })
    editor.revealPositionInCenterIfOutsideViewport({ lineNumber: line, column })
    editor.focus()
  }
  return {
    follow,
    goTo,
    showConflict: (id) => conflicts.show(id),
    focus: () => editor.focus(),
    goToOffset: (offset) => {
      const place = editor.getModel()?.getPositionAt(offset)
      if (place) goTo({ line: place.lineNumber, column: place.column })
    },
    fix: (wished) => actions.fix(wished),
    format: () => actions.format(),
    rename: (offset) => renaming.open(offset),
  }
}
