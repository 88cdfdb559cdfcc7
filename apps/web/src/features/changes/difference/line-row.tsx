'use client'

import { UnstyledButton } from '@mantine/core'
import { IconFoldDown } from '@tabler/icons-react'
import { memo } from 'react'
import { counted } from '../../../lib/counted.ts'
import { ThreadCard } from '../conversation/thread-card.tsx'
import type { Thread } from '../conversation/threads.ts'
import { useComments } from '../conversation/use-comments.ts'
import { Composer } from '../parts/composer.tsx'
import type { Cell, DiffRow, FoldRow, LineRow, Side } from './diff-rows.ts'
import classes from './text-view.module.css'

/** A place somebody wants to say something about. */
export interface Place {
  side: Side
  line: number
}

export interface RowActions {
  open: (fold: number) => void
  focus: (at: number) => void
  /** Absent where the person may not comment. */
  comment?: (place: Place | null) => void
}

interface RowProps {
  row: DiffRow
  at: number
  split: boolean
  active: boolean
  threads: readonly Thread[]
  composing: Place | null
  actions: RowActions
  /** Hashes of the commits whose texts are shown. */
  commits: Record<Side, string>
}

/** One row of the difference with what is said about it. */
export const DiffRowItem = memo(function DiffRowItem(props: RowProps) {
  const { row, at, active, actions } = props
  if (row.kind === 'fold') return <Fold row={row} at={at} active={active} actions={actions} />
  return (
    <>
      <Line {...props} row={row} />
      {(props.threads.length > 0 || props.composing) && <Said {...props} />}
    </>
  )
})

function Fold({ row, at, active, actions }: Pick<RowProps, 'at' | 'active' | 'actions'> & { row: FoldRow }) {
  return (
    <tr className={classes.fold}>
      <td colSpan={4}>
        <UnstyledButton
          className={classes.unfold}
          data-at={at}
          tabIndex={active ? 0 : -1}
          onFocus={() => actions.focus(at)}
          onClick={() => actions.open(row.base)}
        >
          <IconFoldDown size={14} aria-hidden />
          Show {counted(row.count, 'unchanged line')}
        </UnstyledButton>
      </td>
    </tr>
  )
}

function Line({ row, at, split, active, actions }: RowProps & { row: LineRow }) {
  const { left, right } = row
  const shown = right ?? left
  return (
    <tr
      className={classes.line}
      data-at={at}
      data-split={split || undefined}
      data-kind={split ? undefined : shown?.kind}
      data-active={active || undefined}
      tabIndex={active ? 0 : -1}
      aria-label={spoken(row)}
      onFocus={() => actions.focus(at)}
    >
      <NumberCell cell={left} actions={actions} />
      {split && <TextCell cell={left} />}
      <NumberCell cell={right} actions={actions} />
      <TextCell cell={split ? right : shown} />
    </tr>
  )
}

const SIGNS = { same: ' ', removed: '−', added: '+' } as const

function NumberCell({ cell, actions }: { cell: Cell | null; actions: RowActions }) {
  const { comment } = actions
  if (!cell) return <td className={classes.number} />
  return (
    <td className={classes.number} data-kind={cell.kind}>
      {comment ? (
        <button
          type="button"
          tabIndex={-1}
          aria-label={`Comment on line ${cell.line}${cell.side === 'BASE' ? ' before the change' : ''}`}
          onClick={() => comment({ side: cell.side, line: cell.line })}
        >
          {cell.line}
        </button>
      ) : (
        cell.line
      )}
    </td>
  )
}

function TextCell({ cell }: { cell: Cell | null }) {
  return (
    <td className={classes.text} data-kind={cell?.kind ?? 'none'}>
      <span className={classes.sign} aria-hidden>
        {cell ? SIGNS[cell.kind] : ''}
      </span>
      <span className={classes.words}>
        {cell?.spans.map(({ text, marked }, at) =>
          marked ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one line never change places
            <mark key={at}>{text}</mark>
          ) : (
            text
          ),
        )}
      </span>
    </td>
  )
}

function spoken({ left, right }: LineRow): string {
  const words = (cell: Cell) => cell.spans.map(({ text }) => text).join('')
  const parts = [
    left && left.kind === 'removed' ? `removed line ${left.line}: ${words(left)}` : '',
    right && right.kind === 'added' ? `added line ${right.line}: ${words(right)}` : '',
    right && right.kind === 'same' ? `line ${right.line}: ${words(right)}` : '',
  ]
  return parts.filter((part) => part !== '').join('; ')
}

function Said({ threads, composing, actions, commits }: RowProps) {
  const { say } = useComments()
  return (
    <tr className={classes.said}>
      <td colSpan={4}>
        <div className={classes.threads}>
          {threads.map((thread) => (
            <ThreadCard key={thread.root.id} thread={thread} onLine />
          ))}
          {composing && (
            <div className={classes.composing}>
              <Composer
                label={`Comment on line ${composing.line}`}
                placeholder="What about this line? Markdown works."
                submit="Comment"
                draft={`line-${commits[composing.side]}-${composing.side}-${composing.line}`}
                autoFocus
                onCancel={() => actions.comment?.(null)}
                onSubmit={async (text) => {
                  const refused = await say(text, {
                    anchor: { ...composing, commit: commits[composing.side] },
                  })
                  if (refused === null) actions.comment?.(null)
                  return refused
                }}
              />
            </div>
          )}
        </div>
      </td>
    </tr>
  )
}
