import { type Completion, type CompletionContext, completionsAt } from '@incipit/document'
import type * as Monaco from 'monaco-editor/editor.js'
import { plainMarkdown } from './plain-markdown.ts'
import { type PromptServices, promptServicesOf } from './prompt-services.ts'
import { isFrontMatterLine, isInTag, lineBefore } from './where-suggestions-help.ts'

/** Offers what can be written at the cursor: by itself in tags and in the front matter, elsewhere when asked. */
export function registerCompletions(monaco: typeof Monaco, language: string): void {
  monaco.languages.registerCompletionItemProvider(language, {
    triggerCharacters: ['{', '#', '^', '/', '>', ' ', '@', '.'],
    provideCompletionItems: async (model, position, { triggerCharacter = '' }) => {
      const typed = typedInclude(lineBefore(model, position))
      if (triggerCharacter === ' ' && !isBlankOfCode(model, position)) return { suggestions: [] }
      if (['@', '.'].includes(triggerCharacter) && typed?.version === undefined) return { suggestions: [] }
      const [text, offset] = [model.getValue(), model.getOffsetAt(position)]
      // What is typed while the library is asked the editor takes into account itself.
      const found = completionsAt(text, offset, await includable(promptServicesOf(model), typed))
      return {
        suggestions: found.map((completion, at) => itemOf(monaco, completion, at, position, offset)),
        incomplete: typed !== null,
      }
    },
  })
}

/** What is written of an include so far; the version from its `@` on. */
interface TypedInclude {
  readonly key: string
  readonly version?: string
}

/** What the library offers to an include. */
async function includable(
  services: PromptServices | null,
  typed: TypedInclude | null,
): Promise<CompletionContext> {
  if (!services || !typed) return { keys: [], versions: [] }
  const { key, version } = typed
  if (version === undefined) return { keys: await services.findPrompts(key), versions: [] }
  return { keys: [], versions: await services.findVersions(key, version) }
}

/** A blank asks by itself behind `{{>` and behind a key of the front matter. */
function isBlankOfCode(model: Monaco.editor.ITextModel, position: Monaco.Position): boolean {
  const before = lineBefore(model, position)
  return isInTag(before) || (/:[ ]$/.test(before) && isFrontMatterLine(model, position.lineNumber))
}

/** The include that is being typed; `null` elsewhere. */
function typedInclude(before: string): TypedInclude | null {
  const written = /\{\{\s*>\s*([\w.-]*)(?:@([\w.-]*))?$/.exec(before)
  if (!written) return null
  const [, key = '', version] = written
  return version === undefined ? { key } : { key, version }
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
    version: CompletionItemKind.Reference,
    key: CompletionItemKind.Property,
    value: CompletionItemKind.Value,
    role: CompletionItemKind.Keyword,
  }
  return kinds[kind]
}
