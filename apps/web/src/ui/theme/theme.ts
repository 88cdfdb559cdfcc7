import {
  ActionIcon,
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  Input,
  Kbd,
  type MantineColorsTuple,
  Menu,
  Modal,
  Popover,
  Skeleton,
  Table,
  Tabs,
  Tooltip,
  type VariantColorsResolver,
} from '@mantine/core'
import { cssVariables, darkHues, darkPalette, lightHues, lightPalette, type Palette } from './tokens.ts'

const same = (value: string): MantineColorsTuple =>
  Array.from({ length: 10 }, () => value) as unknown as MantineColorsTuple

/** Mantine's ten greys of a theme, from the ground to the text. */
const neutrals = (palette: Palette): MantineColorsTuple => [
  palette['paper-sunken'],
  palette['paper-hover'],
  palette['paper-hover'],
  palette.hairline,
  palette['hairline-strong'],
  palette.edge,
  palette['ink-3'],
  palette['ink-3'],
  palette['ink-2'],
  palette.ink,
]

/**
 * Buttons and icon buttons by role: `filled` is the one primary action of a place, `default` the others, `subtle` the
 * quiet ones; `color="bad"` marks what destroys.
 */
const variantColorResolver: VariantColorsResolver = (input) => {
  const role = input.color === 'bad' ? 'bad' : 'rubric'
  if (input.variant === 'filled')
    return {
      background: `var(--${role})`,
      hover: `var(--${role}-strong)`,
      color: `var(--on-${role})`,
      border: '1px solid transparent',
      hoverColor: `var(--on-${role})`,
    }
  if (input.variant === 'default')
    return {
      background: 'var(--paper-raised)',
      hover: 'var(--paper-hover)',
      color: input.color === 'bad' ? 'var(--bad)' : 'var(--ink)',
      border: '1px solid var(--hairline-strong)',
    }
  if (input.variant === 'subtle' || input.variant === 'transparent')
    return {
      background: 'transparent',
      hover: input.variant === 'subtle' ? 'var(--paper-hover)' : 'transparent',
      color: input.color === 'bad' ? 'var(--bad)' : 'var(--ink-2)',
      hoverColor: input.color === 'bad' ? 'var(--bad)' : 'var(--ink)',
      border: '1px solid transparent',
    }
  return defaultVariantColorsResolver(input)
}

const BUTTON_HEIGHTS: Record<string, string> = { xs: '26px', sm: '32px', md: '38px' }

/** The look of every Mantine component, said once. Sizes are the six of the design language. */
export const theme = createTheme({
  primaryColor: 'lapis',
  primaryShade: 6,
  colors: {
    lapis: same('var(--lapis)'),
    bad: same('var(--bad)'),
    rubric: same('var(--rubric)'),
    red: same('var(--bad)'),
    gray: neutrals(lightPalette),
    dark: neutrals(darkPalette).toReversed() as unknown as MantineColorsTuple,
  },
  variantColorResolver,
  white: lightPalette.paper,
  black: lightPalette.ink,
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.3' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '1.3' },
      h2: { fontSize: '16px', lineHeight: '1.4' },
      h3: { fontSize: '14px', lineHeight: '1.5' },
    },
  },
  shadows: {
    xs: 'none',
    sm: 'none',
    md: '0 8px 24px var(--shadow-color)',
    lg: '0 8px 24px var(--shadow-color)',
    xl: '0 12px 40px var(--shadow-color)',
  },
  components: {
    Button: Button.extend({
      defaultProps: { variant: 'default', size: 'sm' },
      vars: (_theme, props) => ({
        root: {
          '--button-height': BUTTON_HEIGHTS[String(props.size)] ?? '32px',
          '--button-padding-x': '12px',
        },
      }),
      styles: { label: { fontWeight: 500 } },
    }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', size: 28 } }),
    Input: Input.extend({
      defaultProps: { size: 'sm' },
      vars: (_theme, props) => ({
        wrapper: {
          '--input-height': BUTTON_HEIGHTS[String(props.size)] ?? '32px',
          '--input-bg': 'var(--paper-raised)',
          '--input-bd': props.error ? 'var(--bad)' : 'var(--edge)',
          '--input-bd-focus': 'var(--lapis)',
        },
      }),
    }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: {
        size: 'sm',
        withAsterisk: false,
        inputWrapperOrder: ['label', 'input', 'error', 'description'],
      },
      styles: {
        label: { marginBottom: 4, fontSize: 13, fontWeight: 500 },
        description: { marginTop: 4, fontSize: 12 },
        error: { marginTop: 4, fontSize: 12 },
      },
    }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' } }),
    Kbd: Kbd.extend({ defaultProps: { size: 'xs' } }),
    Menu: Menu.extend({
      defaultProps: { shadow: 'md', transitionProps: { duration: 120 }, position: 'bottom-end' },
    }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } }),
    Modal: Modal.extend({
      defaultProps: {
        centered: false,
        radius: 8,
        yOffset: '12vh',
        transitionProps: { duration: 140, transition: 'fade-down' },
        overlayProps: { color: 'var(--shade)', backgroundOpacity: 1 },
        closeButtonProps: { 'aria-label': 'Close' },
        padding: 20,
      },
      styles: { title: { fontSize: 16, fontWeight: 600 }, header: { paddingBottom: 12 } },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 350, transitionProps: { duration: 120 }, fz: 12, withinPortal: true },
    }),
    Skeleton: Skeleton.extend({ defaultProps: { radius: 4 } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 'sm', horizontalSpacing: 'md' } }),
    Tabs: Tabs.extend({ defaultProps: { color: 'rubric' } }),
  },
})

const roles = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-anchor': 'var(--lapis)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-success': 'var(--ok)',
  '--mantine-color-default': 'var(--paper-raised)',
  '--mantine-color-default-hover': 'var(--paper-hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--hairline-strong)',
  '--mantine-color-disabled': 'var(--paper-hover)',
  '--mantine-color-disabled-color': 'var(--ink-3)',
  '--mantine-color-disabled-border': 'var(--hairline)',
  '--mantine-primary-color-contrast': 'var(--on-lapis)',
  '--mantine-color-lapis-filled': 'var(--lapis)',
  '--mantine-color-lapis-filled-hover': 'var(--lapis-strong)',
  '--mantine-color-lapis-light': 'var(--lapis-soft)',
  '--mantine-color-lapis-light-hover': 'var(--lapis-soft)',
  '--mantine-color-lapis-light-color': 'var(--lapis)',
  '--mantine-color-lapis-outline': 'var(--lapis)',
} as const

/** Gives Mantine's own variables and ours the values of each theme. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...cssVariables(lightPalette, lightHues), ...roles },
  dark: { ...cssVariables(darkPalette, darkHues), ...roles },
})
