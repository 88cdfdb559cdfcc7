'use client'

import { Skeleton } from '@mantine/core'
import { useEffect } from 'react'
import { EditorSkeleton, preloadPromptEditor } from '../../../editor/index.ts'
import frame from '../prompt-frame.module.css'
import classes from './prompt-header.module.css'

/** The page of a prompt before it is known which. */
export function PromptSkeleton() {
  useEffect(preloadPromptEditor, [])
  return (
    <div className={frame.frame}>
      <div className={classes.header} style={{ height: 109 }}>
        <Skeleton height={18} width={280} mt={6} />
        <Skeleton height={12} width={200} mt={14} />
      </div>
      <EditorSkeleton />
    </div>
  )
}
