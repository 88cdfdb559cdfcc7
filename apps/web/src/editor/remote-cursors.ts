import type * as Monaco from 'monaco-editor/editor.js'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { type Peer, peersOf } from './peers.ts'
import { selectionFrom } from './relative-selection.ts'
import { RemoteCursor } from './remote-cursor.ts'

export interface RemoteCursorsSpec {
  monaco: typeof Monaco
  editor: Monaco.editor.ICodeEditor
  text: Y.Text
  awareness: Awareness
}

/** Draws the others' cursors and selections, and keeps them with their words as the text changes. */
export function showRemoteCursors(spec: RemoteCursorsSpec): Monaco.IDisposable {
  const { monaco, editor, text, awareness } = spec
  const cursors = new Map<number, RemoteCursor>()
  const tints = editor.createDecorationsCollection()
  let frame = 0

  const draw = (): void => {
    frame = 0
    const model = editor.getModel()
    if (!model) return
    const decorations: Monaco.editor.IModelDeltaDecoration[] = []
    const present = new Set<number>()
    for (const peer of peersOf(awareness)) {
      const selection = peer.selection && selectionFrom(monaco, text, model, peer.selection)
      if (!selection) continue
      present.add(peer.clientId)
      const cursor = cursors.get(peer.clientId) ?? new RemoteCursor(editor, peer)
      cursors.set(peer.clientId, cursor)
      cursor.place(peer, selection.getPosition())
      if (!selection.isEmpty()) decorations.push(tint(selection, peer))
    }
    for (const [clientId, cursor] of cursors) {
      if (present.has(clientId)) continue
      cursor.remove()
      cursors.delete(clientId)
    }
    tints.set(decorations)
  }
  const soon = (): void => {
    frame ||= requestAnimationFrame(draw)
  }
  const hover = editor.onMouseMove(({ target }) => {
    for (const cursor of cursors.values()) cursor.hovered(target.position)
  })
  const leave = editor.onMouseLeave(() => {
    for (const cursor of cursors.values()) cursor.hovered(null)
  })
  awareness.on('change', soon)
  text.observe(soon)
  draw()
  return {
    dispose: () => {
      cancelAnimationFrame(frame)
      awareness.off('change', soon)
      text.unobserve(soon)
      hover.dispose()
      leave.dispose()
      for (const cursor of cursors.values()) cursor.remove()
      tints.clear()
    },
  }
}

function tint(selection: Monaco.Selection, { hue }: Peer): Monaco.editor.IModelDeltaDecoration {
  return {
    range: selection,
    options: { className: `remote-selection remote-selection-${hue}` },
  }
}
