'use client'

import { Skeleton } from '@mantine/core'
import dynamic from 'next/dynamic'
import classes from './skeleton.module.css'

const WIDTHS = ['18%', '42%', '35%', '12%', '64%', '71%', '58%', '24%', '66%', '49%']

/** Lines of the height of those to come. */
export function EditorSkeleton() {
  return (
    <div className={classes.skeleton} role="status" aria-label="Loading the text">
      {WIDTHS.map((width) => (
        <Skeleton key={width} height={12} width={width} />
      ))}
    </div>
  )
}

const loadPromptEditor = () => import('./prompt-editor.tsx')

/** Begins to load the editor, so that it is there when the text is. */
export function preloadPromptEditor(): void {
  void loadPromptEditor()
}

/** The editor needs a browser and is large: it comes in a file of its own, never from the server. */
export const LazyPromptEditor = dynamic(loadPromptEditor, {
  ssr: false,
  loading: EditorSkeleton,
})

/** As above, for two texts side by side. */
export const LazyTextDiff = dynamic(() => import('./text-diff.tsx'), { ssr: false, loading: EditorSkeleton })

/** As above, for one side of the conflicts of a merge. */
export const LazyConflictPane = dynamic(() => import('./conflict-pane.tsx'), {
  ssr: false,
  loading: EditorSkeleton,
})

/** As above, for one text that can only be read. */
export const LazyTextView = dynamic(() => import('./text-view.tsx'), { ssr: false, loading: EditorSkeleton })
