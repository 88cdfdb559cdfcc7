'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type ReactNode,
  type Ref,
  type RefObject,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { DiffRow } from './diff-rows.ts'
import classes from './text-view.module.css'

export interface RowListHandle {
  /** Brings a row into view and puts the focus on it. */
  show(at: number): void
}

interface RowListProps {
  rows: readonly DiffRow[]
  draw: (row: DiffRow, at: number) => ReactNode
  label: string
  split: boolean
  ref: Ref<RowListHandle>
}

/** From here on only the rows in view are drawn. Below it all are, so that the browser's own search finds them. */
const VIRTUAL_FROM = 800
const ROW_HEIGHT = 22

/** The rows of a difference, however many. */
export function RowList(props: RowListProps) {
  return props.rows.length < VIRTUAL_FROM ? <AllRows {...props} /> : <RowsInView {...props} />
}

function AllRows({ rows, draw, label, split, ref }: RowListProps) {
  const table = useRef<HTMLTableElement>(null)
  useImperativeHandle(ref, () => ({ show: (at) => focusRow(table, at) }), [])
  return (
    <table ref={table} className={classes.table} aria-label={label} data-split={split || undefined}>
      {rows.map((row, at) => (
        <tbody key={row.key}>{draw(row, at)}</tbody>
      ))}
    </table>
  )
}

function RowsInView({ rows, draw, label, split, ref }: RowListProps) {
  const table = useRef<HTMLTableElement>(null)
  const [place, setPlace] = useState<{ scroller: HTMLElement; top: number } | null>(null)
  useLayoutEffect(() => {
    const scroller = table.current && scrollerOf(table.current)
    if (!table.current || !scroller) return
    const { top } = table.current.getBoundingClientRect()
    setPlace({ scroller, top: top - scroller.getBoundingClientRect().top + scroller.scrollTop })
  }, [])
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place?.scroller ?? null,
    scrollMargin: place?.top ?? 0,
    estimateSize: () => ROW_HEIGHT,
    overscan: 40,
    getItemKey: (at) => rows[at]?.key ?? at,
  })
  useImperativeHandle(
    ref,
    () => ({
      show: (at) => {
        virtual.scrollToIndex(at, { align: 'center' })
        // The row may first have to come into being.
        requestAnimationFrame(() => requestAnimationFrame(() => focusRow(table, at)))
      },
    }),
    [virtual],
  )
  return (
    <table
      ref={table}
      className={classes.table}
      aria-label={label}
      aria-rowcount={rows.length}
      data-split={split || undefined}
      style={{ height: virtual.getTotalSize() }}
    >
      {virtual.getVirtualItems().map((item) => {
        const row = rows[item.index]
        return (
          row && (
            <tbody
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className={classes.placed}
              style={{ transform: `translateY(${item.start - (place?.top ?? 0)}px)` }}
            >
              {draw(row, item.index)}
            </tbody>
          )
        )
      })}
    </table>
  )
}

function focusRow(table: RefObject<HTMLTableElement | null>, at: number): void {
  const row = table.current?.querySelector<HTMLElement>(`[data-at="${at}"]`)
  row?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'nearest' })
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  let parent = element.parentElement
  while (parent && !/auto|scroll/.test(getComputedStyle(parent).overflowY)) parent = parent.parentElement
  return parent
}
