import { Button } from '@mantine/core'
import { RelativeTime } from '../../../ui/index.ts'
import { usePrompt } from '../prompt-context.tsx'
import { refOf } from '../ref-of.ts'
import classes from './commit-panel.module.css'
import type { RivalCommit } from './commit-query.ts'

/** Somebody committed first: says who and what, and offers to go on from there. */
export function RivalNotice({ rival, onGoOn }: { rival: RivalCommit; onGoOn: () => void }) {
  const { home } = usePrompt()
  const ref = refOf(rival)
  return (
    <div className={classes.notice} role="alert">
      <p>
        <strong>{rival.committer.name}</strong> committed <strong>{ref}</strong>{' '}
        <RelativeTime at={rival.createdAt} />, while you were here:
      </p>
      <blockquote>{rival.message}</blockquote>
      <p>Nothing of yours is lost: your text and your message are as you left them.</p>
      <div className={classes.noticeActions}>
        <Button size="xs" variant="filled" onClick={onGoOn} data-autofocus>
          Go on from {ref}
        </Button>
        <Button size="xs" component="a" href={`${home}/commits/${ref}`} target="_blank">
          Look at {ref}
        </Button>
      </div>
    </div>
  )
}
