import type * as Monaco from 'monaco-editor/editor.js'
import type { Peer } from './peers.ts'

/** How long the name stays beside a cursor that moved. */
const FLAG_MS = 2_000

/** Another person's cursor: a bar in the text with a name flag that fades. */
export class RemoteCursor implements Monaco.editor.IContentWidget {
  readonly suppressMouseDown = false
  readonly allowEditorOverflow = false
  readonly #editor: Monaco.editor.ICodeEditor
  readonly #id: string
  readonly #bar = document.createElement('div')
  readonly #flag = document.createElement('span')
  #position: Monaco.IPosition = { lineNumber: 0, column: 0 }
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(editor: Monaco.editor.ICodeEditor, { clientId }: Peer) {
    this.#editor = editor
    this.#id = `remote-cursor-${clientId}`
    this.#bar.className = 'remote-cursor'
    this.#bar.ariaHidden = 'true'
    this.#flag.className = 'remote-cursor-flag'
    this.#bar.append(this.#flag)
    editor.addContentWidget(this)
  }

  getId(): string {
    return this.#id
  }

  getDomNode(): HTMLElement {
    return this.#bar
  }

  getPosition(): Monaco.editor.IContentWidgetPosition {
    return { position: this.#position, preference: [0] }
  }

  /** Moves the bar; the name shows itself again for a while. The name is set as text, never as markup or style. */
  place({ name, hue }: Peer, position: Monaco.Position): void {
    this.#flag.textContent = name
    this.#bar.dataset.hue = String(hue)
    if (position.equals(this.#position)) return
    this.#position = position
    this.#bar.dataset.below = String(position.lineNumber === 1)
    this.#editor.layoutContentWidget(this)
    this.#show()
  }

  /** The mouse is over the text at `position`: near the bar the name shows. */
  hovered(position: Monaco.IPosition | null): void {
    const near =
      position !== null &&
      position.lineNumber === this.#position.lineNumber &&
      Math.abs(position.column - this.#position.column) <= 1
    this.#bar.toggleAttribute('data-hovered', near)
  }

  remove(): void {
    clearTimeout(this.#timer)
    this.#editor.removeContentWidget(this)
  }

  #show(): void {
    clearTimeout(this.#timer)
    this.#bar.toggleAttribute('data-moved', true)
    this.#timer = setTimeout(() => this.#bar.toggleAttribute('data-moved', false), FLAG_MS)
  }
}
