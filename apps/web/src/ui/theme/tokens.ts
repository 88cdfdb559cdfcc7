/**
 * The colours of Incipit, ink on paper by day and paper on ink by night. The only place with colour literals: every
 * other file names a token, in CSS as `var(--name)`. Contrast is proven by `tokens.test.ts`.
 */
export interface Palette {
  /** The page. */
  paper: string
  /** Menus, dialogs, inputs: what lies on the page. */
  'paper-raised': string
  /** The rail and table heads: what lies behind the page. */
  'paper-sunken': string
  'paper-hover': string
  hairline: string
  'hairline-strong': string
  /** Border of what can be typed in or pressed. */
  edge: string
  ink: string
  'ink-2': string
  'ink-3': string
  /** The accent: primary action and current item, nothing else. */
  rubric: string
  'rubric-strong': string
  'rubric-soft': string
  'on-rubric': string
  /** Links and selection. */
  lapis: string
  'lapis-strong': string
  'lapis-soft': string
  'on-lapis': string
  ok: string
  'ok-soft': string
  warn: string
  'warn-soft': string
  bad: string
  'bad-strong': string
  'bad-soft': string
  'on-bad': string
  /** Behind a found word. */
  mark: string
  shade: string
  'shadow-color': string
}

export const lightPalette: Palette = {
  paper: '#fbfaf7',
  'paper-raised': '#fffefc',
  'paper-sunken': '#f5f3ed',
  'paper-hover': '#f0ede5',
  hairline: '#e6e2d8',
  'hairline-strong': '#d3cdbf',
  edge: '#bdb6a6',
  ink: '#16181d',
  'ink-2': '#44464c',
  'ink-3': '#66655f',
  rubric: '#bd3c28',
  'rubric-strong': '#a83422',
  'rubric-soft': '#fbeae5',
  'on-rubric': '#ffffff',
  lapis: '#2a55b8',
  'lapis-strong': '#1f439a',
  'lapis-soft': '#e5ecfa',
  'on-lapis': '#ffffff',
  ok: '#1c7442',
  'ok-soft': '#e0f1e5',
  warn: '#855700',
  'warn-soft': '#f9eed3',
  bad: '#a8182f',
  'bad-strong': '#8c1026',
  'bad-soft': '#fbe5e8',
  'on-bad': '#ffffff',
  mark: '#fbe7a8',
  shade: 'rgba(22, 24, 29, 0.32)',
  'shadow-color': 'rgba(22, 24, 29, 0.14)',
}

export const darkPalette: Palette = {
  paper: '#16181d',
  'paper-raised': '#1e2127',
  'paper-sunken': '#111317',
  'paper-hover': '#23262d',
  hairline: '#2a2d34',
  'hairline-strong': '#3a3e47',
  edge: '#4d525d',
  ink: '#eceae4',
  'ink-2': '#c2c0b9',
  'ink-3': '#9c9a93',
  rubric: '#ff7a62',
  'rubric-strong': '#ff947f',
  'rubric-soft': '#3b231f',
  'on-rubric': '#210b06',
  lapis: '#92b2ff',
  'lapis-strong': '#b0c7ff',
  'lapis-soft': '#222c45',
  'on-lapis': '#0a1430',
  ok: '#62cb8e',
  'ok-soft': '#1a3225',
  warn: '#e3b352',
  'warn-soft': '#36290f',
  bad: '#ff8d95',
  'bad-strong': '#ffa6ac',
  'bad-soft': '#3f2024',
  'on-bad': '#2b070b',
  mark: '#5a4a12',
  shade: 'rgba(0, 0, 0, 0.55)',
  'shadow-color': 'rgba(0, 0, 0, 0.5)',
}

/** One person's colour: `base` for text, cursors and flags, `soft` for tints behind text, `on` for text upon `base`. */
export interface Hue {
  base: string
  soft: string
  on: string
}

const lightBases = [
  '#ad3a52',
  '#ad4216',
  '#915c08',
  '#736c01',
  '#3f7b04',
  '#0a7d51',
  '#007974',
  '#0e7492',
  '#1f68bc',
  '#5b5abc',
  '#834ba8',
  '#9e3f84',
]
const lightSofts = [
  '#fedfe2',
  '#fee1d7',
  '#f8e4cf',
  '#ebeacf',
  '#deeed6',
  '#d5f0e0',
  '#cef0ed',
  '#d0edfa',
  '#dbe9fc',
  '#e3e6fc',
  '#efe2fa',
  '#f9dfef',
]
const darkBases = [
  '#fa96a3',
  '#f99c7c',
  '#e8a95c',
  '#c3bc5a',
  '#96c979',
  '#6bcf9d',
  '#3ed0c8',
  '#51c7f1',
  '#87bafd',
  '#a9b0fd',
  '#cfa1f1',
  '#eb98cf',
]
const darkSofts = [
  '#49282c',
  '#492a1f',
  '#432e14',
  '#373414',
  '#28391e',
  '#193b2a',
  '#0a3b38',
  '#103846',
  '#21344c',
  '#2e304c',
  '#3b2b46',
  '#44283b',
]

/** The twelve people hues of the light theme; hue n is item n - 1. */
export const lightHues: Hue[] = lightBases.map((base, at) => ({ base, soft: lightSofts[at]!, on: '#ffffff' }))

/** The twelve people hues of the dark theme; hue n is item n - 1. */
export const darkHues: Hue[] = darkBases.map((base, at) => ({ base, soft: darkSofts[at]!, on: '#16181d' }))

/** CSS variables of one theme: `--paper`, …, `--hue-1`, `--hue-1-soft`, `--on-hue-1`, … */
export function cssVariables(palette: Palette, hues: Hue[]): Record<`--${string}`, string> {
  const variables: Record<`--${string}`, string> = {}
  for (const [name, value] of Object.entries(palette)) variables[`--${name}`] = value
  hues.forEach((hue, at) => {
    variables[`--hue-${at + 1}`] = hue.base
    variables[`--hue-${at + 1}-soft`] = hue.soft
    variables[`--on-hue-${at + 1}`] = hue.on
  })
  return variables
}
