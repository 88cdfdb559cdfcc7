'use client'

import { Button } from '@mantine/core'
import { IconEqual } from '@tabler/icons-react'
import { useRouter } from 'next/navigation'
import { LazyTextDiff } from '../../../editor/index.ts'
import { Drawer, EmptyState, ErrorState, showToast } from '../../../ui/index.ts'
import type { LiveDocument } from '../hooks/use-live-document.ts'
import { usePrompt } from '../prompt-context.tsx'
import { refOf } from '../ref-of.ts'
import { CommitForm } from './commit-form.tsx'
import classes from './commit-panel.module.css'
import type { Committed, ProposalBranch } from './commit-query.ts'
import { useLiveText } from './use-live-text.ts'
import { useProposal } from './use-proposal.ts'

interface CommitPanelProps {
  opened: boolean
  live: LiveDocument
  onClose: () => void
  /** What follows the commit here, instead of the offer of a next step. */
  onCommitted?: (commit: Committed) => void
}

/** Makes a version of the live text: what changed, what it will be called, and why it was done. */
export function CommitPanel({ opened, live, onClose, onCommitted }: CommitPanelProps) {
  const { branch } = usePrompt()
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="min(1180px, 100vw)"
      title={`Commit to ${branch.name}`}
      classNames={{
        body: classes.body,
        content: classes.content,
        header: classes.header,
        title: classes.title,
      }}
      transitionProps={{ duration: 140 }}
      overlayProps={{ color: 'var(--shade)', backgroundOpacity: 1 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <CommitContent live={live} onClose={onClose} onCommitted={onCommitted} />
    </Drawer>
  )
}

function CommitContent({ live, onClose, onCommitted }: Omit<CommitPanelProps, 'opened'>) {
  const { branch, refresh } = usePrompt()
  const {
    proposal,
    head,
    failure,
    fetching,
    refresh: ask,
    ...asked
  } = useProposal(branch.id, live.session, true)
  const done = useDone(onClose, refresh, onCommitted)
  const text = useLiveText(live.session, true)
  if (failure)
    return <ErrorState inline title="The commit could not be prepared" message={failure} retry={ask} />
  if (proposal && head && !asked.branch?.merging && !proposal.changed && text === proposal.baseContent) {
    return <NothingToCommit head={refOf(head)} onClose={onClose} />
  }
  return (
    <div className={classes.columns}>
      <section className={classes.diff} aria-label="What changed since the last version">
        <LazyTextDiff
          before={proposal?.baseContent ?? text}
          after={text}
          sideBySide={false}
          labelBefore={head ? `Text of ${refOf(head)}` : 'Nothing yet'}
          labelAfter="Live text"
        />
      </section>
      <CommitForm
        live={live}
        branch={asked.branch}
        asking={fetching}
        onAsk={ask}
        onDone={done}
        onClose={onClose}
      />
    </div>
  )
}

/** Off main the next step of a commit is a change request, where there is none yet. */
function useDone(onClose: () => void, refresh: () => void, onCommitted?: (commit: Committed) => void) {
  const { home, href } = usePrompt()
  const router = useRouter()
  return (commit: Committed, { name, target, openChangeRequest }: ProposalBranch): void => {
    refresh()
    onClose()
    if (onCommitted) {
      onCommitted(commit)
      return
    }
    const request = target && !openChangeRequest
    showToast({
      message: `Committed ${refOf(commit)}.`,
      action: request
        ? {
            label: 'Open a change request',
            run: () => router.push(`${home}/changes/new?from=${encodeURIComponent(name)}`),
          }
        : { label: 'View', run: () => router.push(href(`/commits/${refOf(commit)}`)) },
    })
  }
}

function NothingToCommit({ head, onClose }: { head: string; onClose: () => void }) {
  return (
    <EmptyState
      icon={IconEqual}
      title="Nothing to commit"
      actions={
        <Button onClick={onClose} data-autofocus>
          Back to the text
        </Button>
      }
    >
      The live text is the same as that of {head}, to the letter. Change something first; a message already
      typed is kept.
    </EmptyState>
  )
}
