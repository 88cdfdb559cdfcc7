'use client'

import { Button, Portal } from '@mantine/core'
import { IconGitCommit, IconIndentIncrease, IconLayoutSidebarRight } from '@tabler/icons-react'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { EditorHandle } from '../../../editor/index.ts'
import { EditorSkeleton, LazyPromptEditor } from '../../../editor/index.ts'
import { KeyHint } from '../../../ui/index.ts'
import { useCan, usePaletteActions, useShortcuts } from '../../shell/index.ts'
import { useWriteBlame } from '../blame/use-write-blame.tsx'
import { CommitPanel } from '../commit/commit-panel.tsx'
import { useWriteConflicts } from '../conflicts/use-write-conflicts.tsx'
import { useFollow } from '../follow-context.tsx'
import { ACTIONS_SLOT } from '../parts/prompt-tabs.tsx'
import { useIncluded } from '../preview/use-included.ts'
import { usePrompt } from '../prompt-context.tsx'
import { useTokenCount } from '../tokens/use-token-count.ts'
import { withTokens } from '../tokens/with-tokens.ts'
import { ArrivalNotice } from './arrival-notice.tsx'
import { ClosedNotice } from './closed-notice.tsx'
import { Inspector } from './inspector.tsx'
import { MainReadOnly } from './main-read-only.tsx'
import { ReopenedNotice } from './reopened-notice.tsx'
import { StatusLine } from './status-line.tsx'
import { useDocumentView } from './use-document-view.ts'
import { type InspectorTab, useInspector } from './use-inspector.ts'
import { usePausedText } from './use-paused-text.ts'
import { usePromptServices } from './use-prompt-services.ts'
import { writeAccess } from './write-access.ts'
import classes from './write-page.module.css'

export interface Place {
  line: number
  column: number
  selected: number
}

/** Where the inspector covers the editor; as in its style. */
const COVERED = '(max-width: 47.99em)'

/** The live text of a prompt: editor, inspector, status line, and the way to a commit. */
export function WritePage() {
  const { prompt, branch, live, mayWrite } = usePrompt()
  const access = writeAccess({ prompt, branch, mayEdit: useCan('prompt.edit') })
  const readOnlyReason = access.mayWrite ? '' : access.reason
  const mayCommit = useCan('commit.create') && access.mayWrite
  const { following, follow } = useFollow()
  const editor = useRef<EditorHandle | null>(null)
  const [place, setPlace] = useState<Place>({ line: 1, column: 1, selected: 0 })
  const [committing, setCommitting] = useState(false)
  const inspector = useInspector()
  const text = usePausedText(live?.state.ready ? live.session : null)
  const { included, known: knownIncludes } = useIncluded(prompt.key, text)
  const tokens = useTokenCount(text)
  const known = useMemo(
    () => withTokens(knownIncludes, included.tokenLimit, tokens),
    [knownIncludes, included.tokenLimit, tokens],
  )
  const view = useDocumentView(text, known)
  const services = usePromptServices(known)

  const openCommit = useCallback(() => {
    if (mayCommit) setCommitting(true)
  }, [mayCommit])
  const closeCommit = useCallback(() => {
    setCommitting(false)
    editor.current?.focus()
  }, [])
  const ready = useCallback((handle: EditorHandle | null) => {
    editor.current = handle
  }, [])
  useEffect(() => editor.current?.follow(following), [following])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a commit begun on one branch is not one of the next
  useEffect(() => setCommitting(false), [branch.id])
  useWriteShortcuts(openCommit, inspector.toggle, mayCommit)
  useFormatAction(editor, mayWrite)
  const conflicts = useWriteConflicts(editor, openCommit)
  const blame = useWriteBlame()

  /** On a phone the inspector lies over the text. */
  const inEditor = (act: () => void): void => {
    if (window.matchMedia(COVERED).matches) inspector.toggle()
    act()
  }
  const closed = live?.state.closed ?? null
  const showTab = (tab: InspectorTab): void => inspector.show(tab)
  return (
    <div className={classes.page}>
      <Portal target={`#${ACTIONS_SLOT}`}>
        <div className={classes.bar}>
          {/* What asks for more room to be said has a line of its own below. */}
          {!access.mayWrite && access.remedy === null && (
            <span className={classes.reason}>{access.reason}</span>
          )}
          {mayCommit && (
            <Button
              variant="filled"
              leftSection={<IconGitCommit size={16} aria-hidden />}
              rightSection={<KeyHint keys="mod+enter" />}
              disabled={!live?.state.ready || live.state.closed !== null}
              onClick={openCommit}
            >
              Commit
            </Button>
          )}
          <Button
            variant="subtle"
            aria-pressed={inspector.open}
            aria-label="Inspector"
            title="Inspector"
            px={8}
            onClick={inspector.toggle}
          >
            <IconLayoutSidebarRight size={18} stroke={1.75} aria-hidden />
          </Button>
        </div>
      </Portal>
      {live && closed && <ClosedNotice live={live} closed={closed} />}
      <MainReadOnly />
      <ReopenedNotice />
      <ArrivalNotice />
      {conflicts.bar}
      <div className={classes.work}>
        <section className={classes.editor} aria-label="Prompt text">
          {live?.state.ready ? (
            <LazyPromptEditor
              session={live.session}
              label={`Text of ${prompt.name}`}
              readOnly={!mayWrite || closed !== null}
              readOnlyMessage={readOnlyReason || 'This text cannot be changed now.'}
              onReady={ready}
              onCursor={setPlace}
              onFollowEnded={() => follow(null)}
              onCommit={openCommit}
              services={services}
              conflicts={conflicts.inEditor}
              blame={blame.inEditor}
            />
          ) : (
            <EditorSkeleton />
          )}
        </section>
        {inspector.open && (
          <Inspector
            view={view}
            preview={
              text === null
                ? null
                : { text, included, onGoTo: (offset) => inEditor(() => editor.current?.goToOffset(offset)) }
            }
            tab={inspector.tab}
            width={inspector.width}
            onTab={inspector.show}
            onResize={inspector.resize}
            onClose={inspector.toggle}
            onGoTo={(at) => inEditor(() => editor.current?.goTo(at))}
            onFix={mayWrite ? (wished) => editor.current?.fix(wished) : undefined}
            onRename={mayWrite ? (offset) => inEditor(() => editor.current?.rename(offset)) : undefined}
          />
        )}
      </div>
      <StatusLine
        place={place}
        problems={view.problems}
        tokens={tokens}
        limit={included.tokenLimit}
        onProblems={() => showTab('problems')}
        blame={blame.status}
      />
      {blame.card}
      {live && <CommitPanel opened={committing} live={live} onClose={closeCommit} />}
    </div>
  )
}

/** The palette and the list of commands know it, too; its keys are the editor's. */
function useFormatAction(editor: RefObject<EditorHandle | null>, mayWrite: boolean): void {
  usePaletteActions(
    useMemo(
      () =>
        mayWrite
          ? [
              {
                id: 'format',
                group: 'Prompt',
                label: 'Format the text',
                icon: IconIndentIncrease,
                keys: 'shift+alt+f',
                run: () => editor.current?.format(),
              },
            ]
          : [],
      [editor, mayWrite],
    ),
  )
}

function useWriteShortcuts(openCommit: () => void, toggleInspector: () => void, mayCommit: boolean): void {
  useShortcuts(
    useMemo(
      () => [
        ...(mayCommit ? [{ keys: 'mod+enter', label: 'Commit', group: 'Prompt', run: openCommit }] : []),
        {
          keys: 'mod+.',
          label: 'Show or hide the inspector',
          group: 'Prompt',
          run: toggleInspector,
          always: true,
        },
      ],
      [openCommit, toggleInspector, mayCommit],
    ),
  )
  usePaletteActions(
    useMemo(
      () => [
        ...(mayCommit
          ? [
              {
                id: 'commit',
                group: 'Prompt',
                label: 'Commit',
                icon: IconGitCommit,
                keys: 'mod+enter',
                run: openCommit,
              },
            ]
          : []),
        {
          id: 'inspector',
          group: 'Prompt',
          label: 'Show or hide the inspector',
          icon: IconLayoutSidebarRight,
          keys: 'mod+.',
          run: toggleInspector,
        },
      ],
      [openCommit, toggleInspector, mayCommit],
    ),
  )
}
