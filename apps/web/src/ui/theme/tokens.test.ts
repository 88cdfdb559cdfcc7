import { describe, expect, test } from 'vitest'
import { contrast } from './contrast.ts'
import { darkHues, darkPalette, type Hue, lightHues, lightPalette, type Palette } from './tokens.ts'

const themes: [string, Palette, Hue[]][] = [
  ['light', lightPalette, lightHues],
  ['dark', darkPalette, darkHues],
]
const grounds = ['paper', 'paper-raised', 'paper-sunken', 'paper-hover'] as const

describe.each(themes)('the %s theme', (_name, palette, hues) => {
  test.each(grounds)('text for reading on %s reaches AAA', (ground) => {
    expect(contrast(palette.ink, palette[ground])).toBeGreaterThanOrEqual(7)
    expect(contrast(palette['ink-2'], palette[ground])).toBeGreaterThanOrEqual(7)
  })

  test.each(grounds)('every other text on %s reaches AA', (ground) => {
    for (const token of ['ink-3', 'rubric', 'lapis', 'ok', 'warn', 'bad'] as const)
      expect(contrast(palette[token], palette[ground]), token).toBeGreaterThanOrEqual(4.5)
  })

  test('text on coloured grounds reaches AA', () => {
    for (const token of ['rubric', 'lapis', 'bad'] as const) {
      expect(contrast(palette[`on-${token}`], palette[token]), token).toBeGreaterThanOrEqual(4.5)
      expect(contrast(palette[`on-${token}`], palette[`${token}-strong`]), token).toBeGreaterThanOrEqual(4.5)
    }
    for (const token of ['rubric', 'lapis', 'ok', 'warn', 'bad'] as const)
      expect(contrast(palette[token], palette[`${token}-soft`]), token).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.ink, palette.mark)).toBeGreaterThanOrEqual(7)
  })

  test('twelve hues are readable as text, as ground and tinted', () => {
    expect(hues).toHaveLength(12)
    for (const hue of hues) {
      expect(contrast(hue.base, palette.paper), hue.base).toBeGreaterThanOrEqual(4.5)
      expect(contrast(hue.on, hue.base), hue.base).toBeGreaterThanOrEqual(4.5)
      expect(contrast(palette.ink, hue.soft), hue.soft).toBeGreaterThanOrEqual(7)
    }
  })
})
