import type * as Monaco from 'monaco-editor/editor.js'
import { darkHues, darkPalette, type Hue, lightHues, lightPalette, type Palette } from '../ui/theme/tokens.ts'

/** Names of our two editor themes. */
export const THEME = { light: 'incipit-light', dark: 'incipit-dark' } as const

type Token = [token: string, colour: string, fontStyle?: string]

function tokensOf(palette: Palette, hues: Hue[]): Token[] {
  // Dark enough in the light theme to be read on the tints of a comparison, too.
  const purple = hues[10]?.base ?? palette.lapis
  const pink = hues[11]?.base ?? palette.lapis
  return [
    ['', palette.ink],
    ['role', palette['lapis-strong'], 'bold'],
    ['tag.delimiter', palette['ink-3']],
    ['tag.variable', purple],
    ['tag.section', pink],
    ['tag.partial', palette.ok],
    ['tag.comment', palette['ink-3'], 'italic'],
    ['frontmatter.delimiter', palette['ink-3']],
    ['frontmatter.key', palette.lapis],
    ['frontmatter.string', palette['ink-2']],
    ['frontmatter.comment', palette['ink-3'], 'italic'],
  ]
}

const BRACES = [1, 2, 3, 4, 5, 6].map((level) => `foreground${level}`).concat('unexpectedBracket.foreground')

function coloursOf(palette: Palette): Record<string, string> {
  return {
    'editor.background': palette.paper,
    'editor.foreground': palette.ink,
    'editorCursor.foreground': palette.ink,
    'editorLineNumber.foreground': palette['ink-3'],
    'editorLineNumber.activeForeground': palette.ink,
    'editor.lineHighlightBackground': palette['paper-sunken'],
    'editor.lineHighlightBorder': `${palette.paper}00`,
    'editor.selectionBackground': `${palette.lapis}3d`,
    'editor.inactiveSelectionBackground': `${palette.lapis}26`,
    'editor.selectionHighlightBackground': `${palette.lapis}1f`,
    'editor.wordHighlightBackground': `${palette.lapis}1a`,
    'editor.findMatchBackground': palette.mark,
    'editor.findMatchHighlightBackground': `${palette.mark}b3`,
    'editorError.foreground': palette.bad,
    'editorWarning.foreground': palette.warn,
    'editorInfo.foreground': palette.lapis,
    'editorOverviewRuler.border': `${palette.paper}00`,
    'editorWidget.background': palette['paper-raised'],
    'editorWidget.foreground': palette.ink,
    'editorWidget.border': palette['hairline-strong'],
    'editorHoverWidget.background': palette['paper-raised'],
    'editorHoverWidget.border': palette['hairline-strong'],
    'editorSuggestWidget.background': palette['paper-raised'],
    'editorSuggestWidget.border': palette['hairline-strong'],
    'editorSuggestWidget.selectedBackground': palette['paper-hover'],
    'editorSuggestWidget.selectedForeground': palette.ink,
    'editorSuggestWidget.highlightForeground': palette.lapis,
    'editorGutter.background': palette.paper,
    'editorIndentGuide.background1': palette.hairline,
    // Monaco colours braces of a page's first text before it has heard that it shall not: then in the colour of tags.
    ...Object.fromEntries(BRACES.map((name) => [`editorBracketHighlight.${name}`, palette['ink-3']])),
    'editorBracketMatch.background': palette['paper-hover'],
    'editorBracketMatch.border': palette['hairline-strong'],
    'editorUnicodeHighlight.border': palette.warn,
    'input.background': palette['paper-raised'],
    'input.foreground': palette.ink,
    'input.border': palette.edge,
    focusBorder: palette.lapis,
    'menu.background': palette['paper-raised'],
    'menu.foreground': palette.ink,
    'menu.selectionBackground': palette['paper-hover'],
    'menu.selectionForeground': palette.ink,
    'menu.separatorBackground': palette.hairline,
    'menu.border': palette['hairline-strong'],
    'list.hoverBackground': palette['paper-hover'],
    'list.focusBackground': palette['paper-hover'],
    'list.focusForeground': palette.ink,
    'quickInput.background': palette['paper-raised'],
    'quickInput.foreground': palette.ink,
    'scrollbarSlider.background': `${palette.edge}66`,
    'scrollbarSlider.hoverBackground': `${palette.edge}99`,
    'scrollbarSlider.activeBackground': palette.edge,
    'scrollbar.shadow': `${palette.paper}00`,
    'widget.shadow': `${palette.ink}1a`,
    'diffEditor.insertedTextBackground': `${palette.ok}26`,
    'diffEditor.removedTextBackground': `${palette.bad}26`,
    'diffEditor.insertedLineBackground': `${palette['ok-soft']}55`,
    'diffEditor.removedLineBackground': `${palette['bad-soft']}77`,
    'diffEditorGutter.insertedLineBackground': palette['ok-soft'],
    'diffEditorGutter.removedLineBackground': palette['bad-soft'],
    'diffEditor.diagonalFill': palette.hairline,
    'diffEditor.unchangedRegionBackground': palette['paper-sunken'],
    'diffEditor.unchangedRegionForeground': palette['ink-2'],
    'diffEditor.unchangedCodeBackground': palette.paper,
  }
}

function theme(base: 'vs' | 'vs-dark', palette: Palette, hues: Hue[]): Monaco.editor.IStandaloneThemeData {
  return {
    base,
    inherit: true,
    colors: coloursOf(palette),
    rules: tokensOf(palette, hues).map(([token, colour, fontStyle]) => ({
      token,
      foreground: colour.slice(1),
      ...(fontStyle ? { fontStyle } : {}),
    })),
  }
}

/** Makes the two themes known to the editor. */
export function defineThemes(monaco: typeof Monaco): void {
  monaco.editor.defineTheme(THEME.light, theme('vs', lightPalette, lightHues))
  monaco.editor.defineTheme(THEME.dark, theme('vs-dark', darkPalette, darkHues))
}
