'use client'

import { createContext, useContext, useEffect, useRef } from 'react'
import type { LiveDocument } from './hooks/use-live-document.ts'
import type { ArrivedCommit, BranchMove, Categories, CurrentBranch, CurrentPrompt } from './prompt-query.ts'

/** What is known of a prompt whichever of its branches is shown, or none. */
export interface PromptShell {
  prompt: CurrentPrompt
  categories: Categories
  /** The branch the address names; there may be none of that name. */
  branchName: string
  /** That branch; `null` while it is being asked for and when there is none. */
  branch: CurrentBranch | null
  /** Where the prompt's pages begin: `/l/<library>/p/<key>`. */
  home: string
  /** Address of one of its pages on the present branch: `href('/history')`. */
  href: (path: string) => string
  /** The open live document; `null` while it is being opened. */
  live: LiveDocument | null
  /** Whether the person may write in it now. */
  mayWrite: boolean
  /** Asks the server again. */
  refresh: () => void
  /** Calls the listener for each commit that arrives. */
  onCommit: (listener: (commit: ArrivedCommit) => void) => () => void
  /** Calls the listener whenever something happened to a branch; `null`: to the commits, or some of it may have been missed. */
  onBranchMove: (listener: (move: BranchMove | null) => void) => () => void
}

/** A prompt and the branch of it that the page shows. */
export interface PromptValue extends PromptShell {
  branch: CurrentBranch
}

export const PromptContext = createContext<PromptShell | null>(null)

/** The prompt this page is about, also where its branch is not there. Throws a TypeError outside the pages of a prompt. */
export function usePromptShell(): PromptShell {
  const value = useContext(PromptContext)
  if (!value) throw new TypeError('usePromptShell works on the pages of a prompt only')
  return value
}

/** The prompt and branch this page is about. Throws a TypeError outside the pages of a prompt. */
export function usePrompt(): PromptValue {
  const { branch, ...shell } = usePromptShell()
  if (!branch) throw new TypeError('usePrompt works where a branch is shown only; see usePromptShell')
  return { ...shell, branch }
}

/** Hears each commit that arrives while the component is shown, on whichever branch. */
export function useArrivedCommits(listener: (commit: ArrivedCommit) => void): void {
  const { onCommit } = usePromptShell()
  const latest = useRef(listener)
  latest.current = listener
  useEffect(() => onCommit((commit) => latest.current(commit)), [onCommit])
}

/** Hears what happens to the branches of the prompt; `null`: some of it may have been missed, read everything again. */
export function useBranchMoves(listener: (move: BranchMove | null) => void): void {
  const { onBranchMove } = usePromptShell()
  const latest = useRef(listener)
  latest.current = listener
  useEffect(() => onBranchMove((move) => latest.current(move)), [onBranchMove])
}
