import type { CSSProperties } from 'react'

/** Sets `--person`, `--person-soft` and `--on-person` to the hue (1 to 12) of somebody, for the CSS of the element. */
export function hueStyle(hue: number): CSSProperties {
  const at = ((((Math.trunc(hue) - 1) % 12) + 12) % 12) + 1
  return {
    '--person': `var(--hue-${at})`,
    '--person-soft': `var(--hue-${at}-soft)`,
    '--on-person': `var(--on-hue-${at})`,
  } as CSSProperties
}
