import type * as Monaco from 'monaco-editor/editor.js'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { peersOf, peopleOf } from './peers.ts'
import { selectionFrom } from './relative-selection.ts'

export interface FollowSpec {
  monaco: typeof Monaco
  editor: Monaco.editor.ICodeEditor
  text: Y.Text
  awareness: Awareness
  userId: string
  /** Told when following ended by itself: the person left, or something was done here. */
  ended: () => void
}

/** Keeps another person's cursor in view. */
export function followPerson(spec: FollowSpec): Monaco.IDisposable {
  const { monaco, editor, text, awareness, userId, ended } = spec
  let frame = 0
  const reveal = (): void => {
    frame = 0
    const person = peopleOf(peersOf(awareness)).find((peer) => peer.userId === userId)
    if (!person) {
      ended()
      return
    }
    const model = editor.getModel()
    const selection = model && person.selection && selectionFrom(monaco, text, model, person.selection)
    if (selection) editor.revealPositionInCenterIfOutsideViewport(selection.getPosition())
  }
  const soon = (): void => {
    frame ||= requestAnimationFrame(reveal)
  }
  const node = editor.getContainerDomNode()
  const endings = [editor.onKeyDown(ended), editor.onMouseDown(ended)]
  node.addEventListener('wheel', ended, { passive: true })
  awareness.on('change', soon)
  text.observe(soon)
  soon()
  return {
    dispose: () => {
      cancelAnimationFrame(frame)
      for (const ending of endings) ending.dispose()
      node.removeEventListener('wheel', ended)
      awareness.off('change', soon)
      text.unobserve(soon)
    },
  }
}
