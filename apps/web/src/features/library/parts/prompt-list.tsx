import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { KeyHint, type Person } from '../../../ui/index.ts'
import type { Sort } from '../filters.ts'
import type { PromptRow } from '../library-prompts-query.ts'
import { ListHead } from './list-head.tsx'
import classes from './prompt-list.module.css'
import { PromptListRow } from './prompt-list-row.tsx'

export const ROW_HEIGHT = 56

interface PromptListProps {
  rows: readonly PromptRow[]
  total: number
  hasMore: boolean
  loadMore: () => void
  stale: boolean
  sort: Sort | null
  setSort: (sort: Sort) => void
  editors: ReadonlyMap<string, readonly Person[]>
  active: number
  setActive: (at: number) => void
  isFavourite: (row: PromptRow) => boolean
  star: (row: PromptRow) => void
  picked: ReadonlySet<string>
  /** Absent where nothing can be done with a selection. */
  toggle?: (id: string) => void
  /** Filled with the way to bring a row into view and focus it. */
  focusRow: { current: (at: number) => void }
}

/** The list: only the rows in view exist, the next page comes before the end is reached. */
export function PromptList(props: PromptListProps) {
  const { rows, total, hasMore, loadMore, focusRow } = props
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    getItemKey: (at) => rows[at]!.id,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0

  useEffect(() => {
    if (hasMore && last >= rows.length - 20) loadMore()
  }, [hasMore, last, rows.length, loadMore])

  focusRow.current = (at) => {
    virtual.scrollToIndex(at, { align: 'auto' })
    const focus = (): boolean => {
      const link = scroller.current?.querySelector<HTMLElement>(`[data-row="${at}"] a`)
      link?.focus({ preventScroll: true })
      return link !== null && link !== undefined
    }
    // At once, so that the next key finds it; far away the row first has to come into being.
    if (!focus()) requestAnimationFrame(() => requestAnimationFrame(focus))
  }

  return (
    <div className={classes.scroller} ref={scroller} data-stale={props.stale || undefined}>
      <table className={classes.table} aria-label="Prompts" aria-rowcount={total + 1}>
        <ListHead sort={props.sort} setSort={props.setSort} selectable={props.toggle !== undefined} />
        <tbody className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index]!
            return (
              <PromptListRow
                key={row.id}
                row={row}
                at={item.index}
                top={item.start}
                editors={props.editors.get(row.id) ?? NOBODY}
                active={item.index === props.active}
                setActive={props.setActive}
                favourite={props.isFavourite(row)}
                star={props.star}
                picked={props.picked.has(row.id)}
                toggle={props.toggle}
              />
            )
          })}
        </tbody>
      </table>
      <div className={classes.foot} aria-hidden>
        {!hasMore && rows.length > 6 && (
          <>
            <KeyHint keys="j" /> <KeyHint keys="k" /> move · <KeyHint keys="enter" /> opens ·{' '}
            <KeyHint keys="?" /> all shortcuts
          </>
        )}
      </div>
    </div>
  )
}

const NOBODY: readonly Person[] = []
