import type * as Monaco from 'monaco-editor/editor.js'
import type * as Y from 'yjs'
import { type ConflictMark, conflictPart, type TextPart } from './conflict-places.ts'

/** Places for what is shown above each conflict in an editor. */
export interface ConflictLayer {
  /** Shows these conflicts; `current` is the one that is looked at. Answers with the elements to fill, by conflict. */
  set(marks: readonly ConflictMark[], current: string | null): ReadonlyMap<string, HTMLElement>
  /** Brings a conflict into view and puts the focus on its first button. */
  show(id: string): void
  dispose(): void
}

export interface ConflictLayerSpec {
  monaco: typeof Monaco
  editor: Monaco.editor.ICodeEditor
  text: Y.Text
}

interface Shown {
  mark: ConflictMark
  /** Lies over the zone. */
  outer: HTMLElement
  /** Filled by whoever shows conflicts; as high as what is in it. */
  node: HTMLElement
  zone: Monaco.editor.IViewZone & { afterLineNumber: number; heightInPx: number }
  zoneId: string
  widget: Monaco.editor.IOverlayWidget
  size: ResizeObserver
}

const FIRST_HEIGHT = 40

/**
 * Tints the conflicts and keeps room above each for its choices. The room is a zone of the editor; what can be pressed lies
 * over it, since nothing in a zone itself can be.
 */
export function showConflicts({ monaco, editor, text }: ConflictLayerSpec): ConflictLayer {
  const shown = new Map<string, Shown>()
  const tints = editor.createDecorationsCollection()
  let current: string | null = null
  let frame = 0

  const place = (): void => {
    frame = 0
    const model = editor.getModel()
    if (!model || model.isDisposed()) return
    const decorations: Monaco.editor.IModelDeltaDecoration[] = []
    editor.changeViewZones((zones) => {
      for (const { mark, zone, zoneId, outer } of shown.values()) {
        const part = conflictPart(text, mark)
        outer.hidden = part === null
        if (!part) continue
        const range = linesOf(monaco, model, part)
        zone.afterLineNumber = range.startLineNumber - 1
        zones.layoutZone(zoneId)
        decorations.push(tint(range, mark, part.from === part.to, mark.id === current))
      }
    })
    tints.set(decorations)
  }
  const soon = (): void => {
    frame ||= requestAnimationFrame(place)
  }
  const widen = (): void => {
    const { contentLeft, contentWidth, verticalScrollbarWidth } = editor.getLayoutInfo()
    for (const { outer } of shown.values()) {
      outer.style.left = `${contentLeft}px`
      outer.style.width = `${contentWidth - verticalScrollbarWidth}px`
    }
  }
  const add = (mark: ConflictMark): void => {
    shown.set(mark.id, addPlace(editor, mark))
  }
  const drop = (place: Shown): void => {
    shown.delete(place.mark.id)
    place.size.disconnect()
    editor.removeOverlayWidget(place.widget)
    editor.changeViewZones((zones) => zones.removeZone(place.zoneId))
  }

  text.observe(soon)
  const layout = editor.onDidLayoutChange(widen)
  const content = editor.onDidChangeModelContent(soon)
  return {
    set: (marks, now) => {
      current = now
      const wanted = new Set(marks.map(({ id }) => id))
      for (const place of [...shown.values()]) if (!wanted.has(place.mark.id)) drop(place)
      for (const mark of marks) {
        const known = shown.get(mark.id)
        if (known) known.mark = mark
        else add(mark)
      }
      widen()
      soon()
      return new Map([...shown].map(([id, { node }]) => [id, node]))
    },
    show: (id) => {
      place()
      const found = shown.get(id)
      const part = found && conflictPart(text, found.mark)
      const model = editor.getModel()
      if (!found || !part || !model) return
      const { startLineNumber } = linesOf(monaco, model, part)
      const top = editor.getTopForLineNumber(startLineNumber) - found.zone.heightInPx
      editor.setScrollTop(Math.max(0, top - 24))
      // What lies out of view has no place yet and takes no focus.
      requestAnimationFrame(() =>
        found.node.querySelector<HTMLElement>('button:not(:disabled)')?.focus({ preventScroll: true }),
      )
    },
    dispose: () => {
      cancelAnimationFrame(frame)
      text.unobserve(soon)
      layout.dispose()
      content.dispose()
      for (const place of [...shown.values()]) drop(place)
      tints.clear()
    },
  }
}

function addPlace(editor: Monaco.editor.ICodeEditor, mark: ConflictMark): Shown {
  const outer = document.createElement('div')
  outer.className = 'conflict-place'
  const node = document.createElement('div')
  outer.append(node)
  const zone = {
    afterLineNumber: 0,
    heightInPx: FIRST_HEIGHT,
    domNode: document.createElement('div'),
    suppressMouseDown: true,
    onDomNodeTop: (top: number) => {
      outer.style.top = `${top}px`
    },
  }
  const widget = { getId: () => `conflict-${mark.id}`, getDomNode: () => outer, getPosition: () => null }
  editor.addOverlayWidget(widget)
  let zoneId = ''
  editor.changeViewZones((zones) => {
    zoneId = zones.addZone(zone)
  })
  const size = new ResizeObserver(() => {
    const height = Math.max(FIRST_HEIGHT, Math.ceil(node.getBoundingClientRect().height))
    if (height === zone.heightInPx) return
    zone.heightInPx = height
    editor.changeViewZones((zones) => zones.layoutZone(zoneId))
  })
  size.observe(node)
  return { mark, outer, node, zone, zoneId, widget, size }
}

/** The whole lines of a part. A break at its end does not bring the next line in. */
function linesOf(
  monaco: typeof Monaco,
  model: Monaco.editor.ITextModel,
  { from, to }: TextPart,
): Monaco.Range {
  const start = model.getPositionAt(from)
  const end = model.getPositionAt(to)
  const last = end.column === 1 && end.lineNumber > start.lineNumber ? end.lineNumber - 1 : end.lineNumber
  return new monaco.Range(start.lineNumber, 1, last, model.getLineMaxColumn(last))
}

function tint(
  range: Monaco.Range,
  { resolved }: ConflictMark,
  empty: boolean,
  current: boolean,
): Monaco.editor.IModelDeltaDecoration {
  // Where nothing stands any more there is no line to tint.
  if (empty) return { range, options: {} }
  const state = resolved ? 'conflict-resolved' : 'conflict-open'
  return {
    range,
    options: {
      isWholeLine: true,
      className: `conflict-region ${state}${current ? ' conflict-current' : ''}`,
      linesDecorationsClassName: `conflict-edge ${state}`,
    },
  }
}
