'use client'

import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useCallback, useRef, useState } from 'react'
import { type EditorHandle, EditorSkeleton, LazyPromptEditor } from '../../../editor/index.ts'
import { showToast } from '../../../ui/index.ts'
import { useCan } from '../../shell/index.ts'
import { CommitPanel } from '../commit/commit-panel.tsx'
import { usePrompt } from '../prompt-context.tsx'
import { refOf } from '../ref-of.ts'
import { ConflictBar } from './conflict-bar.tsx'
import classes from './resolve-page.module.css'
import type { ResolvedChange } from './resolve-page.tsx'
import { SidePanes } from './side-panes.tsx'
import { useConflictSides } from './use-conflict-sides.ts'
import { useConflictWalk } from './use-conflict-walk.ts'
import type { Conflicts } from './use-conflicts.ts'
import { useEditorConflicts } from './use-editor-conflicts.tsx'
import { useResolving } from './use-resolving.ts'

interface ResolveScreenProps {
  change: ResolvedChange
  known: Conflicts
}

/** Before, mine, theirs and the result at once; the result is the live text, in which several people resolve together. */
export function ResolveScreen({ change, known }: ResolveScreenProps) {
  const { branch, live, mayWrite, prompt, home } = usePrompt()
  const { merging, conflicts } = known
  const mayCommit = useCan('commit.create') && mayWrite
  const router = useRouter()
  const back = `${home}/changes/${change.number}`
  const editor = useRef<EditorHandle | null>(null)
  const [committing, setCommitting] = useState(false)
  const { choose, giveUp, busy } = useResolving()
  const walk = useConflictWalk({ conflicts, editor, choose: mayWrite ? choose : undefined })
  const inEditor = useEditorConflicts({
    conflicts,
    busy,
    current: walk.current,
    setCurrent: walk.setCurrent,
    withTheirs: false,
    decide: mayWrite ? walk.decide : undefined,
  })
  const sides = useConflictSides(live?.session ?? null, conflicts)
  const ready = useCallback((handle: EditorHandle | null) => {
    editor.current = handle
  }, [])
  const openCommit = useCallback(() => setCommitting(mayCommit), [mayCommit])
  const name = merging?.name ?? ''
  const abandon = () => void giveUp(name).then((given) => given && router.push(back))
  const closed = live?.state.closed ?? null
  return (
    <div className={classes.page}>
      <ConflictBar
        branch={branch.name}
        merging={merging}
        conflicts={conflicts}
        go={walk.go}
        onCommit={mayCommit ? openCommit : undefined}
        onGiveUp={mayWrite ? abandon : undefined}
      >
        <Button
          component={Link}
          size="xs"
          variant="subtle"
          href={back}
          leftSection={<IconArrowLeft size={14} aria-hidden />}
        >
          #{change.number}
        </Button>
      </ConflictBar>
      {sides && conflicts.length > 0 && (
        <SidePanes
          sides={sides}
          current={walk.current}
          branch={branch.name}
          theirsName={merging?.name ?? conflicts[0]?.theirsName ?? 'theirs'}
        />
      )}
      <section className={classes.result} aria-label="Result: the live text">
        <h3 className={classes.paneTitle}>Result: the live text of {branch.name}</h3>
        <div className={classes.paneText}>
          {live?.state.ready ? (
            <LazyPromptEditor
              session={live.session}
              label={`Result: text of ${prompt.name}`}
              readOnly={!mayWrite || closed !== null}
              readOnlyMessage="You can read along. Resolving needs the level developer or admin."
              onReady={ready}
              onCommit={openCommit}
              conflicts={inEditor}
            />
          ) : (
            <EditorSkeleton />
          )}
        </div>
      </section>
      {live && (
        <CommitPanel
          opened={committing}
          live={live}
          onClose={() => setCommitting(false)}
          onCommitted={(commit) => {
            showToast({ message: `The merge is committed as ${refOf(commit)}.` })
            router.push(back)
          }}
        />
      )}
    </div>
  )
}
