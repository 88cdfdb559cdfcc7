import type * as Monaco from 'monaco-editor/editor.js'
import { relativeTime } from '../lib/relative-time.ts'
import {
  type LineOwner,
  NO_LINE,
  type OwnedLines,
  ownersOf,
  ownersSince,
  spliceOwners,
  stretchesOf,
  UNCOMMITTED,
} from './blame-owners.ts'

/** A commit as the gutter names it. */
export interface BlameLabel {
  /** Hue of who wrote it. */
  hue: number
  name: string
  /** Its number or short hash. */
  ref: string
  /** When it was made, ISO. */
  at: string
}

/** Who wrote which lines of a text. */
export interface EditorBlame {
  content: string
  commits: readonly BlameLabel[]
  /** Runs of lines that cover the content; owners are places in `commits`. */
  lines: readonly { readonly count: number; readonly owner: number }[]
}

/** What the pointer is at: a place in `commits`, or -1 for what nobody committed yet, and where it is on the screen. */
export interface BlamePoint {
  owner: number
  rect: { left: number; top: number; bottom: number }
  /** It was clicked or tapped, not only pointed at. */
  pinned: boolean
}

export interface BlameGutterSpec {
  editor: Monaco.editor.ICodeEditor
  host: HTMLElement
  blame: EditorBlame
  onPoint: (point: BlamePoint | null) => void
  /** The owner of the line with the cursor, whenever it is another one. */
  onLine: (owner: number) => void
}

/** Long enough not to compare at every stroke; more for texts whose comparison takes longer than a frame. */
const DELAY_MS = 250
const LARGE_DELAY_MS = 1_000
const LARGE_TEXT = 200_000

/**
 * Names beside each stretch of lines who committed it. Edits move the stretches at once; which lines are no longer those of
 * the commit is found out after a pause in typing. Only rows in view exist, and they are used again.
 */
export function showBlameGutter({
  editor,
  host,
  blame,
  onPoint,
  onLine,
}: BlameGutterSpec): Monaco.IDisposable {
  const model = editor.getModel()
  if (!model) return { dispose: () => {} }
  const committed = ownersOf(blame.lines, blame.content)
  let owners: LineOwner[] = ownersSince(blame.content, committed, model.getValue())
  let stretches = stretchesOf(owners)
  const rows = createRows(host, blame.commits)
  let timer: ReturnType<typeof setTimeout> | undefined
  let frame = 0
  let told: number | null = null

  const tell = (): void => {
    const owner = owners[(editor.getPosition()?.lineNumber ?? 1) - 1] ?? NO_LINE
    if (owner === told) return
    told = owner
    onLine(owner)
  }
  const draw = (): void => {
    frame = 0
    if (model.isDisposed()) return
    rows.show(inView(editor, stretches), editor)
  }
  const soon = (): void => {
    frame ||= requestAnimationFrame(draw)
  }
  const set = (next: LineOwner[]): void => {
    owners = next
    stretches = stretchesOf(owners)
    soon()
    tell()
  }
  const compare = (): void => {
    if (!model.isDisposed()) set(ownersSince(blame.content, committed, model.getValue()))
  }
  const listeners = [
    model.onDidChangeContent(({ changes, isFlush }) => {
      clearTimeout(timer)
      if (isFlush) {
        compare()
        return
      }
      for (const { range, text } of changes) {
        const lines = text.split('\n').length
        spliceOwners(owners, { from: range.startLineNumber, to: range.endLineNumber, lines })
      }
      set(owners)
      timer = setTimeout(compare, model.getValueLength() > LARGE_TEXT ? LARGE_DELAY_MS : DELAY_MS)
    }),
    // In the same turn as the text itself moves.
    editor.onDidScrollChange(draw),
    editor.onDidLayoutChange(soon),
    editor.onDidContentSizeChange(soon),
    editor.onDidChangeCursorPosition(tell),
  ]
  const pointing = listenToRows(host, editor, onPoint)
  draw()
  tell()
  return {
    dispose: () => {
      clearTimeout(timer)
      cancelAnimationFrame(frame)
      pointing.dispose()
      for (const listener of listeners) listener.dispose()
      host.replaceChildren()
    },
  }
}

function inView(editor: Monaco.editor.ICodeEditor, stretches: readonly OwnedLines[]): OwnedLines[] {
  const ranges = editor.getVisibleRanges()
  const first = ranges[0]?.startLineNumber ?? 1
  const last = ranges.at(-1)?.endLineNumber ?? 1
  return stretches.filter(({ from, count }) => from <= last && from + count > first)
}

interface Row {
  root: HTMLElement
  label: HTMLElement
  name: HTMLElement
  ref: HTMLElement
  time: HTMLElement
}

/** Elements for the stretches in view. Words of people only ever become text. */
function createRows(host: HTMLElement, commits: readonly BlameLabel[]) {
  const rows: Row[] = []
  const write = (row: Row, owner: number, now: Date): void => {
    const commit = commits[owner]
    row.root.dataset.owner = String(commit ? owner : UNCOMMITTED)
    row.root.style.setProperty('--person', commit ? `var(--hue-${commit.hue})` : 'var(--edge)')
    setText(row.name, commit?.name ?? 'Not committed')
    setText(row.ref, commit?.ref ?? '')
    setText(row.time, commit ? relativeTime(new Date(commit.at), now) : '')
  }
  return {
    show(stretches: readonly OwnedLines[], editor: Monaco.editor.ICodeEditor): void {
      const now = new Date()
      const scrolled = editor.getScrollTop()
      while (rows.length < stretches.length) rows.push(addRow(host))
      rows.forEach((row, at) => {
        const stretch = stretches[at]
        row.root.hidden = stretch === undefined
        if (!stretch) return
        const top = editor.getTopForLineNumber(stretch.from) - scrolled
        const bottom = editor.getBottomForLineNumber(stretch.from + stretch.count - 1) - scrolled
        row.root.style.top = `${top}px`
        row.root.style.height = `${bottom - top}px`
        // The name of a long stretch stays in view while the stretch is.
        const room = bottom - top - LABEL_HEIGHT
        row.label.style.transform = `translateY(${Math.max(0, Math.min(-top, room))}px)`
        write(row, stretch.owner, now)
      })
    },
  }
}

const LABEL_HEIGHT = 24

function addRow(host: HTMLElement): Row {
  const root = element('blame-row')
  const label = element('blame-label')
  const [name, ref, time] = [element('blame-name'), element('blame-ref'), element('blame-time')]
  label.append(name, ref, time)
  root.append(label)
  host.append(root)
  return { root, label, name, ref, time }
}

function element(className: string): HTMLElement {
  const made = document.createElement('div')
  made.className = className
  return made
}

function setText(node: HTMLElement, text: string): void {
  if (node.textContent !== text) node.textContent = text
}

/** Tells what the pointer is at, and lets the wheel scroll the text as beside it. */
function listenToRows(
  host: HTMLElement,
  editor: Monaco.editor.ICodeEditor,
  onPoint: (point: BlamePoint | null) => void,
): Monaco.IDisposable {
  const point = ({ target }: Event, pinned: boolean): void => {
    const row = target instanceof Element ? target.closest<HTMLElement>('.blame-row') : null
    if (!row) {
      onPoint(null)
      return
    }
    const { left, top, bottom } = (row.firstElementChild ?? row).getBoundingClientRect()
    onPoint({ owner: Number(row.dataset.owner), rect: { left, top, bottom }, pinned })
  }
  const over = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') point(event, false)
  }
  const click = (event: MouseEvent): void => point(event, true)
  const leave = (): void => onPoint(null)
  const wheel = ({ deltaY }: WheelEvent): void => editor.setScrollTop(editor.getScrollTop() + deltaY)
  host.addEventListener('pointerover', over)
  host.addEventListener('click', click)
  host.addEventListener('pointerleave', leave)
  host.addEventListener('wheel', wheel, { passive: true })
  return {
    dispose: () => {
      host.removeEventListener('pointerover', over)
      host.removeEventListener('click', click)
      host.removeEventListener('pointerleave', leave)
      host.removeEventListener('wheel', wheel)
    },
  }
}
