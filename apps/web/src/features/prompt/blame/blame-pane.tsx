'use client'

import { SegmentedControl } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import Link from 'next/link'
import { type ReactNode, useState } from 'react'
import { EditorSkeleton, LazyTextView } from '../../../editor/index.ts'
import { Avatar, ErrorState, RelativeTime } from '../../../ui/index.ts'
import { usePromptShell } from '../prompt-context.tsx'
import { refOf } from '../ref-of.ts'
import classes from './blame-pane.module.css'
import type { BlamedCommit } from './blame-query.ts'
import { authorsText, type BlameView, peopleByWords } from './blame-view.ts'
import { useBlame } from './use-blame.ts'
import { useBlameCard } from './use-blame-card.tsx'

interface BlamePaneProps {
  commitId: string
  /** Name of the text for screen readers. */
  label: string
  /** Stands first in its bar. */
  lead: ReactNode
}

type Unit = 'lines' | 'words'

/** Who wrote the text of a commit: by line beside it, by word in the tints of their authors. */
export function BlamePane({ commitId, label, lead }: BlamePaneProps) {
  const [unit, setUnit] = useLocalStorage<Unit>({ key: 'incipit-blame-unit', defaultValue: 'lines' })
  const answer = useBlame({ commitId, words: unit === 'words' })
  const view = answer.state === 'ready' ? answer.view : null
  return (
    <div className={classes.pane}>
      <div className={classes.bar}>
        {lead}
        <SegmentedControl
          size="xs"
          aria-label="By line or by word"
          value={unit}
          onChange={(value) => setUnit(value as Unit)}
          data={[
            { value: 'lines', label: 'Lines' },
            { value: 'words', label: 'Words' },
          ]}
        />
        {view?.words && <People view={view} />}
      </div>
      {view ? (
        <Text key={unit} view={view} label={label} />
      ) : answer.state === 'failed' ? (
        <ErrorState inline title="Who wrote it is not known" message={answer.message} retry={answer.retry} />
      ) : (
        <div className={classes.text}>
          <EditorSkeleton />
        </div>
      )}
    </div>
  )
}

function Text({ view, label }: { view: BlameView; label: string }) {
  const [owner, setOwner] = useState<number | null>(null)
  const { onPoint, card } = useBlameCard(view.commits)
  const commit = owner === null ? null : (view.commits[owner] ?? null)
  return (
    <>
      <div className={classes.text}>
        <LazyTextView
          text={view.blame.content}
          label={label}
          blame={{ blame: view.blame, onPoint, onLine: setOwner }}
          words={view.words ?? undefined}
        />
      </div>
      <footer className={classes.foot} role="status" data-testid="blame-at-cursor">
        {commit && <AtCursor commit={commit} />}
      </footer>
      {card}
    </>
  )
}

/** The same as the card says, for the line or the word with the cursor: by keyboard and for screen readers. */
function AtCursor({ commit }: { commit: BlamedCommit }) {
  const { href } = usePromptShell()
  return (
    <>
      <span className={classes.name}>{authorsText(commit.authors)}</span>
      <Link href={href(`/commits/${refOf(commit)}?view=blame`)}>{refOf(commit)}</Link>
      <span className={classes.message}>{commit.message}</span>
      <RelativeTime at={commit.createdAt} />
    </>
  )
}

const NAMED = 6

/** What the tints stand for. */
function People({ view }: { view: BlameView }) {
  const people = peopleByWords(view)
  return (
    <ul className={classes.people} aria-label="Who wrote its words">
      {people.slice(0, NAMED).map((person) => (
        <li key={person.id}>
          <Avatar person={person} size={16} plain />
          <span>{person.name}</span>
        </li>
      ))}
      {people.length > NAMED && <li>and {people.length - NAMED} more</li>}
    </ul>
  )
}
