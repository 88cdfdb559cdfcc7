import { type PromptDocument, parseDocument } from '../parse-document.ts'
import { positionsIn, type Range } from '../text-position.ts'
import { sectionRanges } from './section-ranges.ts'

/** Lines that can be folded away behind the first of them; lines count from 1, the last is included. */
export interface FoldingRange {
  readonly kind: 'front-matter' | 'message' | 'section' | 'comment'
  readonly from: number
  readonly to: number
}

/** What can be folded: the front matter, messages, sections and comments of more than one line; in the order of the text. */
export function foldingRanges(text: string): FoldingRange[] {
  const document = parseDocument(text)
  const positionAt = positionsIn(text)
  return pieces(document)
    .map(({ kind, range }) => ({
      kind,
      from: positionAt(range.from).line,
      to: positionAt(lastInked(text, range)).line,
    }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from || b.to - a.to)
}

function pieces(document: PromptDocument): { kind: FoldingRange['kind']; range: Range }[] {
  const { frontMatter, messages, tags } = document
  const comments = tags.filter(({ kind }) => kind === 'comment')
  return [
    ...(frontMatter ? [{ kind: 'front-matter' as const, range: frontMatter.range }] : []),
    // A text without roles is one message: folding it would leave nothing to read.
    ...messages.filter(({ role }) => role !== null).map(({ range }) => ({ kind: 'message' as const, range })),
    ...sectionRanges(tags).map(({ range }) => ({ kind: 'section' as const, range })),
    ...comments.map(({ range }) => ({ kind: 'comment' as const, range })),
  ]
}

/** The last character that is no blank: blank lines between messages stay visible. */
function lastInked(text: string, { from, to }: Range): number {
  return Math.max(from, from + text.slice(from, to).trimEnd().length - 1)
}
