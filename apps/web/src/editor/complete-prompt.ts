import { type Completion, completionsAt } from '@incipit/document'
import type * as Monaco from 'monaco-editor/editor.js'
import { plainMarkdown } from './plain-markdown.ts'
import { promptServicesOf } from './prompt-services.ts'
import { isFrontMatterLine, isInTag, lineBefore } from './where-suggestions-help.ts'

/** Offers what can be written at the cursor: by itself in tags and in the front matter, elsewhere when asked. */
export function registerCompletions(monaco: typeof Monaco, language: string): void {
  monaco.languages.registerCompletionItemProvider(language, {
    triggerCharacters: ['{', '#', '^', '/', '>', ' '],
    provideCompletionItems: async (model, position, { triggerCharacter }) => {
      if (triggerCharacter === ' ' && !isBlankOfCode(model, position)) return { suggestions: [] }
      const [text, offset] = [model.getValue(), model.getOffsetAt(position)]
      const typed = includedKey(lineBefore(model, position))
      const keys = typed === null ? [] : await promptServicesOf(model)?.findPrompts(typed)
      // What is typed while the library is asked the editor takes into account itself.
      const found = completionsAt(text, offset, { keys: keys ?? [] })
      return {
        suggestions: found.map((completion, at) => itemOf(monaco, completion, at, position, offset)),
        incomplete: typed !== null,
      }
    },
  })
}

/** A blank asks by itself behind `{{>` and behind a key of the front matter. */
function isBlankOfCode(model: Monaco.editor.ITextModel, position: Monaco.Position): boolean {
  const before = lineBefore(model, position)
  return isInTag(before) || (/:[ ]$/.test(before) && isFrontMatterLine(model, position.lineNumber))
}

/** The key that is being typed in an include; `null` elsewhere. */
function includedKey(before: string): string | null {
  return /\{\{\s*>\s*([\w@.-]*)$/.exec(before)?.[1] ?? null
}

function itemOf(
  monaco: typeof Monaco,
  { kind, label, detail, description, insert, range }: Completion,
  at: number,
  { lineNumber, column }: Monaco.Position,
  offset: number,
): Monaco.languages.CompletionItem {
  return {
    label: { label, description: detail },
    kind: kindOf(monaco, kind),
    insertText: insert,
    // What is replaced is a word of this line that ends at the cursor.
    range: new monaco.Range(lineNumber, column - (offset - range.from), lineNumber, column),
    // Ours is the order that fits the place.
    sortText: String(at).padStart(5, '0'),
    // The lines of an insertion are indented already.
    insertTextRules: monaco.languages.CompletionItemInsertTextRule.KeepWhitespace,
    ...(description ? { documentation: { value: plainMarkdown(description) } } : {}),
  }
}

function kindOf(monaco: typeof Monaco, kind: Completion['kind']): Monaco.languages.CompletionItemKind {
  const { CompletionItemKind } = monaco.languages
  const kinds = {
    input: CompletionItemKind.Variable,
    field: CompletionItemKind.Field,
    close: CompletionItemKind.Keyword,
    prompt: CompletionItemKind.File,
    key: CompletionItemKind.Property,
    value: CompletionItemKind.Value,
    role: CompletionItemKind.Keyword,
  }
  return kinds[kind]
}
