import type { Surroundings } from './surroundings.ts'

const CODES = { red: 31, green: 32, yellow: 33, cyan: 36, dim: 2, bold: 1 } as const

/** Colours and emphasis. */
export type Tone = keyof typeof CODES

/** Writes for people: in colours on a screen, plain elsewhere. */
export interface Screen {
  readonly write: (text: string) => void
  /** A text in a tone, where there are colours. */
  readonly tone: (tone: Tone, text: string) => string
  /** Text that others wrote: on a screen without characters that would steer it, elsewhere to the byte. */
  readonly plain: (text: string) => string
}

/** Colours can be turned off by NO_COLOR (see no-color.org). */
export function createScreen({ out, terminal, env }: Pick<Surroundings, 'out' | 'terminal' | 'env'>): Screen {
  const colours = terminal && !env.NO_COLOR
  return {
    write: out,
    tone: (tone, text) => (colours && text !== '' ? `\u001B[${CODES[tone]}m${text}\u001B[0m` : text),
    plain: (text) => (terminal ? withoutControls(text) : text),
  }
}

/** A first line, as lists show it. */
export function firstLine(text: string): string {
  return withoutControls(text.trim().split('\n', 1)[0] ?? '').replaceAll('\t', ' ')
}

/** Cells under each other; the last of a row is not padded. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = []
  for (const row of rows)
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length)
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** Escape, bell, backspace and their like become visible; line breaks and tabs stay. */
function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '\uFFFD')
}
