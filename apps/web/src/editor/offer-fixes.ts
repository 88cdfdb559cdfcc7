import { parseDocument } from '@incipit/document'
import type * as Monaco from 'monaco-editor/editor.js'
import { promptServicesOf } from './prompt-services.ts'
import { fixesBetween } from './quick-fixes.ts'

/** Carries out a fix, worked out anew: its arguments are the editor's id for the text and the wished fix. */
export const FIX_COMMAND = 'incipit.fix'

/** Offers to put right what is underlined, in the editor's own menu (Alt-Enter, or the bulb). */
export function registerFixes(monaco: typeof Monaco, language: string): void {
  monaco.languages.registerCodeActionProvider(
    language,
    {
      provideCodeActions: (model, range, { markers }) => {
        const text = model.getValue()
        const [from, to] = [
          model.getOffsetAt(range.getStartPosition()),
          model.getOffsetAt(range.getEndPosition()),
        ]
        const actions = fixesBetween(text, from, to, isOnTag(text, from), promptServicesOf(model)?.known).map(
          ({ problem, ...wished }): Monaco.languages.CodeAction => ({
            title: wished.title,
            kind: 'quickfix',
            isPreferred: problem !== null,
            ...(problem ? { diagnostics: markers.filter(({ message }) => message === problem.message) } : {}),
            command: { id: FIX_COMMAND, title: wished.title, arguments: [model.uri.toString(), wished] },
          }),
        )
        return { actions, dispose: () => {} }
      },
    },
    { providedCodeActionKinds: ['quickfix'] },
  )
}

function isOnTag(text: string, offset: number): boolean {
  return parseDocument(text).tags.some(({ range }) => range.from <= offset && offset <= range.to)
}
