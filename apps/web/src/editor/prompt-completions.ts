import { contractOf, ROLES } from '@incipit/document'
import type * as Monaco from 'monaco-editor/editor.js'

/** Offers the declared inputs inside a tag and the roles at the start of a line. */
export function registerPromptCompletions(monaco: typeof Monaco, language: string): void {
  monaco.languages.registerCompletionItemProvider(language, {
    triggerCharacters: ['{', '#', '^', '/'],
    provideCompletionItems: (model, position) => {
      const before = model.getValueInRange({
        startLineNumber: position.lineNumber,
        startColumn: 1,
        endLineNumber: position.lineNumber,
        endColumn: position.column,
      })
      const tag = /\{\{\{?[#^/&]?\s*([\p{L}\p{N}_.-]*)$/u.exec(before)
      const typed = tag?.[1] ?? /^[a-z]*$/.exec(before)?.[0]
      if (typed === undefined) return { suggestions: [] }
      const range = new monaco.Range(
        position.lineNumber,
        position.column - typed.length,
        position.lineNumber,
        position.column,
      )
      return {
        suggestions: tag ? inputs(monaco, model.getValue(), range) : roles(monaco, range),
      }
    },
  })
}

function inputs(
  monaco: typeof Monaco,
  text: string,
  range: Monaco.IRange,
): Monaco.languages.CompletionItem[] {
  return Array.from(contractOf(text).inputs, ([name, input]) => ({
    label: name,
    detail: input.required ? `${input.kind}, required` : `${input.kind}, optional`,
    kind: monaco.languages.CompletionItemKind.Variable,
    insertText: name,
    range,
  }))
}

function roles(monaco: typeof Monaco, range: Monaco.IRange): Monaco.languages.CompletionItem[] {
  return ROLES.map((role) => ({
    label: `${role}:`,
    detail: `opens a ${role} message`,
    kind: monaco.languages.CompletionItemKind.Keyword,
    insertText: `${role}:\n`,
    range,
  }))
}
