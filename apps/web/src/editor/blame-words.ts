import type * as Monaco from 'monaco-editor/editor.js'
import type { BlamePoint } from './blame-gutter-rows.ts'

/** A stretch of characters (UTF-16) and who wrote it: a place in the list of commits, and the hue of its author. */
export interface WordRun {
  readonly start: number
  readonly count: number
  readonly owner: number
  readonly hue: number
}

export interface BlameWordsSpec {
  monaco: typeof Monaco
  editor: Monaco.editor.ICodeEditor
  words: readonly WordRun[]
  onPoint: (point: BlamePoint | null) => void
  /** The owner of the word at the cursor, whenever it is another one. */
  onWord: (owner: number) => void
}

/** Tints the words of a text that does not change by who wrote them, and tells whose the pointer and the cursor are at. */
export function showBlameWords({
  monaco,
  editor,
  words,
  onPoint,
  onWord,
}: BlameWordsSpec): Monaco.IDisposable {
  const model = editor.getModel()
  if (!model) return { dispose: () => {} }
  const rangeOf = ({ start, count }: { start: number; count: number }) =>
    monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(start + count))
  const tints = editor.createDecorationsCollection(
    joinedByHue(words).map((run) => ({
      range: rangeOf(run),
      options: { inlineClassName: `blame-word blame-word-${run.hue}` },
    })),
  )
  let told: number | null = null
  const tell = (): void => {
    const position = editor.getPosition()
    const owner = position ? wordAt(words, model.getOffsetAt(position))?.owner : undefined
    if (owner === undefined || owner === told) return
    told = owner
    onWord(owner)
  }
  let pointed: WordRun | undefined
  const point = ({ target }: Monaco.editor.IEditorMouseEvent): void => {
    const isText = target.type === monaco.editor.MouseTargetType.CONTENT_TEXT
    const run = isText && target.position ? wordAt(words, model.getOffsetAt(target.position)) : undefined
    if (run === pointed) return
    pointed = run
    onPoint(
      run ? { owner: run.owner, rect: placeOf(editor, model.getPositionAt(run.start)), pinned: false } : null,
    )
  }
  const listeners = [
    editor.onMouseMove(point),
    editor.onMouseLeave(() => {
      pointed = undefined
      onPoint(null)
    }),
    editor.onDidChangeCursorPosition(tell),
  ]
  tell()
  return {
    dispose: () => {
      for (const listener of listeners) listener.dispose()
      tints.clear()
    },
  }
}

/** The run that holds a character; runs ascend and cover the text. */
export function wordAt(words: readonly WordRun[], offset: number): WordRun | undefined {
  let [low, high] = [0, words.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (words[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return words[low]
}

/** Neighbours of one hue as one run: what is tinted alike needs one tint. */
export function joinedByHue(words: readonly WordRun[]): { start: number; count: number; hue: number }[] {
  const joined: { start: number; count: number; hue: number }[] = []
  for (const { start, count, hue } of words) {
    const last = joined.at(-1)
    if (last?.hue === hue) last.count += count
    else joined.push({ start, count, hue })
  }
  return joined
}

function placeOf(editor: Monaco.editor.ICodeEditor, position: Monaco.IPosition): BlamePoint['rect'] {
  const at = editor.getScrolledVisiblePosition(position) ?? { left: 0, top: 0, height: 0 }
  const host = editor.getContainerDomNode().getBoundingClientRect()
  return { left: host.left + at.left, top: host.top + at.top, bottom: host.top + at.top + at.height }
}
