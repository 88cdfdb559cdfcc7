'use client'

import { useMemo } from 'react'
import { MergeBox } from '../merge/merge-box.tsx'
import { Composer } from '../parts/composer.tsx'
import { useChange, useMayChange } from '../view/change-context.tsx'
import { ChangeAside } from './change-aside.tsx'
import classes from './conversation.module.css'
import { Opening } from './opening.tsx'
import { threadsOf } from './threads.ts'
import { timelineOf } from './timeline.ts'
import { TimelineItem } from './timeline-item.tsx'
import { useComments } from './use-comments.ts'

/** Everything that happened and was said, in the order of time; then what can be done. */
export function ConversationTab() {
  const { change } = useChange()
  const mayComment = useMayChange('comment')
  const { say } = useComments()
  const entries = useMemo(
    () =>
      timelineOf({
        createdAt: change.createdAt,
        commits: change.commits,
        reviews: change.reviews,
        threads: threadsOf(change.comments),
      }),
    [change],
  )
  return (
    <div className={classes.columns}>
      <div className={classes.main}>
        <ol className={classes.timeline} aria-label="What happened">
          <Opening />
          {entries.map((entry) => (
            <TimelineItem key={entry.id} entry={entry} />
          ))}
        </ol>
        <MergeBox />
        {mayComment ? (
          <section className={classes.composer} aria-label="Add a comment">
            <Composer
              label="Comment"
              placeholder="What do you think? Markdown works."
              submit="Comment"
              draft={`change-${change.id}`}
              onSubmit={(text) => say(text)}
            />
          </section>
        ) : (
          <p className={classes.mayNot}>Commenting needs the level developer, reviewer or admin.</p>
        )}
      </div>
      <ChangeAside />
    </div>
  )
}
