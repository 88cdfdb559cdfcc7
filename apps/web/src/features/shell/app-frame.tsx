'use client'

import type { ReactNode } from 'react'
import { ErrorState } from '../../ui/error-state.tsx'
import { MissingState } from '../../ui/index.ts'
import { useSessionAnswer } from './hooks/use-session-answer.ts'
import { useToSignIn } from './hooks/use-to-sign-in.ts'
import { LibraryLive } from './live.tsx'
import { Frame } from './parts/frame-layout.tsx'
import { FrameSkeleton } from './parts/frame-skeleton.tsx'
import { SessionContext } from './session-context.tsx'

interface AppFrameProps {
  /** The library whose pages these are; `null` for pages of none. */
  slug: string | null
  /** Whether the rail was left collapsed. */
  narrow: boolean
  children: ReactNode
}

/** The frame of every page behind the sign-in: rail, top bar, palette; and the session below it. */
export function AppFrame({ slug, narrow, children }: AppFrameProps) {
  const { answer, refresh } = useSessionAnswer(slug)
  useToSignIn(answer.state === 'signed-out')
  switch (answer.state) {
    case 'loading':
    case 'signed-out':
      return <FrameSkeleton narrow={narrow} />
    case 'failed':
      return (
        <main>
          <ErrorState title="Incipit does not answer" message={answer.message} retry={refresh} />
        </main>
      )
    case 'missing':
      return (
        <SessionContext value={{ viewer: answer.viewer, library: null, refresh }}>
          <Frame narrow={narrow}>
            <MissingState />
          </Frame>
        </SessionContext>
      )
    case 'ready':
      return (
        <SessionContext value={{ viewer: answer.viewer, library: answer.library, refresh }}>
          {answer.library ? (
            <LibraryLive>
              <Frame narrow={narrow}>{children}</Frame>
            </LibraryLive>
          ) : (
            <Frame narrow={narrow}>{children}</Frame>
          )}
        </SessionContext>
      )
  }
}
