import * as Y from 'yjs'
import { normalizeText, type TextEdit } from './normalize-text.ts'
import {
  composeDeltas,
  deltaOf,
  deltaOfEvent,
  editsOf,
  type ForeignDelta,
  rebaseDelta,
  replacementBetween,
  type TextDelta,
} from './text-binding-delta.ts'

/** What a binding needs of an editor. It must not report the binding's own edits as the person's. */
export interface BoundEditor {
  /** The whole text as the editor shows it, lines ended by LF. */
  read(): string
  /** Its length in UTF-16 units, cheap enough to ask after every change. */
  length(): number
  /** Replaces parts of the text: ascending, not overlapping, in offsets of the text before. */
  apply(edits: readonly TextEdit[]): void
}

export interface TextBindingSpec {
  /** The shared text, part of a Y.Doc. */
  text: Y.Text
  editor: BoundEditor
  /** Told when the editor had drifted from the shared text and was set right. */
  onRepair?: () => void
  /** Edits closer together than this many milliseconds are undone in one go. */
  captureTimeout?: number
  /** An undo manager of this text that outlives the binding; without one the binding makes its own. */
  undoManager?: Y.UndoManager
}

/** A shared text and an editor kept equal. */
export interface TextBinding {
  /** Undo and redo of this person's edits only. */
  readonly undoManager: Y.UndoManager
  /** The person changed the editor: edits one after the other, each in offsets of the text it finds. */
  edited(edits: readonly TextEdit[]): void
  /** The editor's text was replaced as a whole: carried over as the smallest change. */
  replaced(): void
  /** While a syllable is being composed neither side sees the other's changes. */
  beginComposition(): void
  endComposition(): void
  /** Compares both texts; where they differ the editor is repaired, never the shared text. True: they were equal. */
  verify(): boolean
  undo(): void
  redo(): void
  /** Refuses (and takes back) changes of the person while true. */
  setReadOnly(readOnly: boolean): void
  destroy(): void
}

/**
 * Binds an editor to a shared text and brings the editor to the shared text at once.
 * The binding itself is the origin of the transactions it makes, so that undo concerns this person only.
 */
export function bindText(spec: TextBindingSpec): TextBinding {
  return new YjsTextBinding(spec)
}

class YjsTextBinding implements TextBinding {
  readonly undoManager: Y.UndoManager
  readonly #text: Y.Text
  readonly #editor: BoundEditor
  readonly #onRepair: (() => void) | undefined
  readonly #ownsUndo: boolean
  #applying = false
  #readOnly = false
  #composition: { mine: TextDelta; theirs: TextDelta } | undefined

  constructor(spec: TextBindingSpec) {
    this.#text = spec.text
    this.#editor = spec.editor
    this.#onRepair = spec.onRepair
    this.#ownsUndo = !spec.undoManager
    this.undoManager =
      spec.undoManager ??
      new Y.UndoManager(spec.text, {
        trackedOrigins: new Set(),
        captureTimeout: spec.captureTimeout ?? 500,
      })
    this.undoManager.addTrackedOrigin(this)
    this.#toEditor(replacementBetween(this.#editor.read(), this.#text.toString()))
    this.#text.observe(this.#observe)
  }

  edited(edits: readonly TextEdit[]): void {
    if (this.#applying || edits.length === 0) return
    if (this.#readOnly) {
      this.verify()
      return
    }
    const delta = deltaOf(edits)
    if (this.#composition) {
      this.#composition.mine = composeDeltas(this.#composition.mine, delta)
      return
    }
    this.#toText(delta)
    this.#checkLength()
  }

  replaced(): void {
    if (this.#applying) return
    this.endComposition()
    if (!this.#readOnly) this.#toText(replacementBetween(this.#text.toString(), this.#editor.read()))
    this.verify()
  }

  beginComposition(): void {
    this.#composition ??= { mine: [], theirs: [] }
  }

  endComposition(): void {
    const composition = this.#composition
    if (!composition) return
    this.#composition = undefined
    const { mine, theirs } = composition
    this.#toEditor(rebaseDelta(theirs, mine, false))
    this.#toText(rebaseDelta(mine, theirs, true))
    this.verify()
  }

  verify(): boolean {
    if (this.#composition) return true
    const repair = replacementBetween(this.#editor.read(), this.#text.toString())
    if (repair.length === 0) return true
    this.#toEditor(repair)
    this.#onRepair?.()
    return false
  }

  undo(): void {
    this.endComposition()
    if (!this.#readOnly) this.undoManager.undo()
  }

  redo(): void {
    this.endComposition()
    if (!this.#readOnly) this.undoManager.redo()
  }

  setReadOnly(readOnly: boolean): void {
    if (readOnly) this.endComposition()
    this.#readOnly = readOnly
  }

  destroy(): void {
    this.#text.unobserve(this.#observe)
    this.undoManager.removeTrackedOrigin(this)
    if (this.#ownsUndo) this.undoManager.destroy()
    this.#composition = undefined
  }

  readonly #observe = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
    if (transaction.origin === this) return
    let delta: TextDelta
    try {
      delta = deltaOfEvent(event.delta as ForeignDelta)
    } catch {
      this.verify()
      return
    }
    if (this.#composition) {
      this.#composition.theirs = composeDeltas(this.#composition.theirs, delta)
      return
    }
    this.#toEditor(delta)
    this.#checkLength()
  }

  #toEditor(delta: TextDelta): void {
    const edits = editsOf(delta)
    if (edits.length === 0) return
    this.#applying = true
    try {
      this.#editor.apply(edits)
    } finally {
      this.#applying = false
    }
  }

  #toText(delta: TextDelta): void {
    const edits = editsOf(delta)
    if (edits.length === 0) return
    this.#text.doc?.transact(() => {
      for (const { offset, deleteCount, insert } of edits.toReversed()) {
        // Deleting first keeps the new text before what a peer inserted into the deleted part.
        if (deleteCount > 0) this.#text.delete(offset, deleteCount)
        if (insert !== '') this.#text.insert(offset, normalizeText(insert))
      }
    }, this)
  }

  /** The full comparison costs a copy of the text, so after every change only the length is compared. */
  #checkLength(): void {
    if (this.#editor.length() !== this.#text.length) this.verify()
  }
}
