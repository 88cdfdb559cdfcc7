'use client'

import { type ReactNode, useCallback, useEffect, useMemo } from 'react'
import { EditorSkeleton } from '../../editor/index.ts'
import { ErrorState, MissingState } from '../../ui/index.ts'
import { useNoteOpened } from '../shelf/index.ts'
import { useBreadcrumb, useCan, useLibrary, useRefreshSession, useViewer } from '../shell/index.ts'
import { branchQuery } from './branches/branch-address.ts'
import { MissingBranch } from './branches/missing-branch.tsx'
import { DialogHost } from './dialogs/dialog-host.tsx'
import { FollowProvider } from './follow-context.tsx'
import { useBranchName } from './hooks/use-branch-name.ts'
import { useListeners } from './hooks/use-listeners.ts'
import { useLiveDocument } from './hooks/use-live-document.ts'
import { usePromptAnswer } from './hooks/use-prompt-answer.ts'
import { LifeActions } from './life/life-actions.tsx'
import { StatusAnnouncer } from './life/status-announcer.tsx'
import { PromptHeader } from './parts/prompt-header.tsx'
import { PromptSkeleton } from './parts/prompt-skeleton.tsx'
import { PromptContext, type PromptShell } from './prompt-context.tsx'
import classes from './prompt-frame.module.css'
import type { ArrivedCommit, BranchMove, CurrentBranch } from './prompt-query.ts'
import { writeAccess } from './write/write-access.ts'

/** What all tabs of a prompt stand in: its header, its tabs, the live document of the branch in the address. */
export function PromptFrame({ promptKey, children }: { promptKey: string; children: ReactNode }) {
  const { slug } = useLibrary()
  const branchName = useBranchName()
  const commits = useListeners<ArrivedCommit>()
  const moves = useListeners<BranchMove | null>()
  const { answer, refresh } = usePromptAnswer(slug, promptKey, branchName, {
    onCommit: commits.tell,
    onBranchMove: moves.tell,
  })
  if (answer.state === 'loading') return <PromptSkeleton />
  if (answer.state === 'missing') return <MissingState what="prompt" home={`/l/${slug}`} />
  if (answer.state === 'failed') {
    return <ErrorState title="The prompt could not be loaded" message={answer.message} retry={refresh} />
  }
  const { prompt, branch, categories } = answer
  const home = `/l/${slug}/p/${prompt.key}`
  return (
    <OpenPrompt
      value={{
        prompt,
        categories,
        branchName,
        home,
        refresh,
        onCommit: commits.hear,
        onBranchMove: moves.hear,
      }}
      branch={branch}
    >
      {children}
    </OpenPrompt>
  )
}

interface OpenPromptProps {
  value: Omit<PromptShell, 'branch' | 'live' | 'mayWrite' | 'href'>
  branch: CurrentBranch | null | 'loading'
  children: ReactNode
}

function OpenPrompt({ value, branch: answered, children }: OpenPromptProps) {
  const { prompt, branchName, home, refresh } = value
  useNoteOpened(prompt.id)
  const branch = answered === 'loading' ? null : answered
  const mayEdit = useCan('prompt.edit')
  const mayWrite = branch !== null && writeAccess({ prompt, branch, mayEdit }).mayWrite
  const live = useBranchDocument(branch, mayWrite, refresh)
  const href = useCallback((path: string) => `${home}${path}${branchQuery(branchName)}`, [home, branchName])
  useBreadcrumb(useMemo(() => [{ label: prompt.key, href: home, mono: true }], [prompt.key, home]))
  useFollowRename(branch?.name ?? null, branchName)
  return (
    <PromptContext value={{ ...value, branch, live, mayWrite, href }}>
      <FollowProvider>
        <div className={classes.frame}>
          <PromptHeader />
          <div className={classes.body}>
            {branch ? children : answered === 'loading' ? <EditorSkeleton /> : <MissingBranch />}
          </div>
        </div>
        <StatusAnnouncer />
        <LifeActions />
        <DialogHost />
      </FollowProvider>
    </PromptContext>
  )
}

function useBranchDocument(branch: CurrentBranch | null, mayWrite: boolean, refresh: () => void) {
  const viewer = useViewer()
  const refreshSession = useRefreshSession()
  const refreshAccess = useCallback(() => {
    refreshSession()
    refresh()
  }, [refreshSession, refresh])
  return useLiveDocument({
    documentId: branch?.document.id ?? '',
    room: branch?.document.room ?? null,
    userId: viewer.id,
    userName: viewer.name,
    hue: viewer.hue,
    mayWrite,
    refreshAccess,
  })
}

/** Somebody renamed the branch that is shown: the address goes along. */
function useFollowRename(name: string | null, wanted: string): void {
  useEffect(() => {
    if (name === null || name === wanted) return
    const params = new URLSearchParams(window.location.search)
    params.delete('branch')
    const rest = params.toString()
    const query = branchQuery(name) + (rest === '' ? '' : `${branchQuery(name) === '' ? '?' : '&'}${rest}`)
    window.history.replaceState(null, '', window.location.pathname + query)
  }, [name, wanted])
}
