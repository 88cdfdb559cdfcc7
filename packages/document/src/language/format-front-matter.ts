import { Lexer, parseDocument as parseYaml } from 'yaml'
import type { PromptDocument } from '../parse-document.ts'
import type { Edit } from '../problem.ts'

/** @internal Edits that indent the front matter by two and put one blank where there is a choice; none where it cannot be read. */
export function formatFrontMatter({ frontMatter }: PromptDocument): Edit[] {
  if (!frontMatter?.value || frontMatter.value.size === 0) return []
  const { raw, contentRange } = frontMatter
  const formatted = written(raw)
  // Where a second time changed more, or a comment got lost, the form is not one to rely on.
  if (formatted === raw || written(formatted) !== formatted) return []
  if (comments(raw).join('\n') !== comments(formatted).join('\n')) return []
  return lineEdits(raw, formatted, contentRange.from)
}

function written(raw: string): string {
  const tree = parseYaml(raw, { logLevel: 'silent', schema: 'core', merge: false })
  if (tree.errors.length > 0) return raw
  return tree.toString({ indent: 2, lineWidth: 0, flowCollectionPadding: false })
}

function comments(raw: string): string[] {
  const tokens = [...new Lexer().lex(raw)]
  // The token before a scalar announces it, so that a text that begins with # is no comment.
  return tokens
    .filter((token, at) => token.startsWith('#') && tokens[at - 1] !== '\u001f')
    .map((comment) => comment.trim())
}

/** Line by line where their number is the same, so that a cursor in another line stays; otherwise the lines that differ as one. */
function lineEdits(before: string, after: string, base: number): Edit[] {
  const [old, now] = [before.split('\n'), after.split('\n')]
  if (old.length === now.length) {
    let offset = base
    return old.flatMap((line, at) => {
      const edit = { offset, deleteCount: line.length, insert: now[at] ?? '' }
      offset += line.length + 1
      return edit.insert === line ? [] : [edit]
    })
  }
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1
  let tail = 0
  const most = Math.min(old.length, now.length) - head
  while (tail < most && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1
  const joined = (lines: string[]): string => lines.map((line) => `${line}\n`).join('')
  const cut = (lines: string[]): string => joined(lines.slice(head, lines.length - tail))
  // The last of the pieces is what follows the last line ending: nothing, for texts of lines.
  if (tail === 0) return [{ offset: base, deleteCount: before.length, insert: after }]
  return [
    { offset: base + joined(old.slice(0, head)).length, deleteCount: cut(old).length, insert: cut(now) },
  ]
}
