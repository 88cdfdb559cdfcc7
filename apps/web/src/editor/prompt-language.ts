import { INITIAL_LINE_STATE, type LineState, tokenizeLine } from '@incipit/document'
import type * as Monaco from 'monaco-editor/editor.js'
import { registerCompletions } from './complete-prompt.ts'
import { registerFolding } from './fold-prompt.ts'
import { registerHover } from './hover-prompt.ts'
import { registerFixes } from './offer-fixes.ts'

/** Language id of prompt documents in the editor. */
export const PROMPT_LANGUAGE = 'incipit-prompt'

class PromptState implements Monaco.languages.IState {
  readonly line: LineState

  constructor(line: LineState) {
    this.line = line
  }

  clone(): PromptState {
    return this
  }

  equals(other: Monaco.languages.IState): boolean {
    if (!(other instanceof PromptState)) return false
    const [a, b] = [this.line, other.line]
    return (
      a.zone === b.zone && a.tag === b.tag && a.until === b.until && a.open === b.open && a.close === b.close
    )
  }
}

/** Makes the prompt language known: colours, brackets, and what can be said and done about its texts. */
export function registerPromptLanguage(monaco: typeof Monaco): void {
  monaco.languages.register({ id: PROMPT_LANGUAGE })
  monaco.languages.setTokensProvider(PROMPT_LANGUAGE, {
    getInitialState: () => new PromptState(INITIAL_LINE_STATE),
    tokenize: (line, state) => {
      const read = tokenizeLine(line, (state as PromptState).line)
      return {
        tokens: read.tokens.map(({ offset, type }) => ({ startIndex: offset, scopes: type })),
        endState: new PromptState(read.state),
      }
    },
  })
  monaco.languages.setLanguageConfiguration(PROMPT_LANGUAGE, {
    // Single braces: Monaco does not type over closing pairs of two characters, and a second `}}` would stay behind.
    autoClosingPairs: [{ open: '{', close: '}' }],
    surroundingPairs: [
      { open: '{', close: '}' },
      { open: '"', close: '"' },
    ],
    // Below the first key of a list's item stand its others; below a key that holds keys, these. The words are those of
    // front matter: in the text a line break adds nothing.
    onEnterRules: [
      {
        beforeText: /^\s*- +(name|kind): +\S.*$/,
        action: { indentAction: monaco.languages.IndentAction.None, appendText: '  ' },
      },
      {
        beforeText: /^(inputs|outputs|tools|model|template|metadata): *$/,
        action: { indentAction: monaco.languages.IndentAction.None, appendText: '  ' },
      },
    ],
    wordPattern: /[\p{L}\p{N}_-]+/u,
  })
  for (const register of [registerCompletions, registerHover, registerFixes, registerFolding]) {
    register(monaco, PROMPT_LANGUAGE)
  }
  // The inspector has this key; fixes are at Alt-Enter.
  monaco.editor.addKeybindingRule({
    keybinding: monaco.KeyMod.CtrlCmd | monaco.KeyCode.Period,
    command: '-editor.action.quickFix',
  })
}
