import { createSpotlight } from '@mantine/spotlight'
import { flushSync } from 'react-dom'

const [store, spotlight] = createSpotlight()

/** Whether the palette is open and what is marked in it. */
export const paletteStore = store

/** Id of the palette's search box. */
export const PALETTE_SEARCH = 'palette-search'

/** Opens the command palette. It has the focus before the next key: what is typed at once is not for the page behind. */
export function openPalette(): void {
  flushSync(spotlight.open)
  document.getElementById(PALETTE_SEARCH)?.focus()
}

/** Closes the command palette. */
export const closePalette = (): void => spotlight.close()

/** Marks the first entry, so that Enter takes it. */
export function selectFirst(): void {
  const list = document.getElementById(paletteStore.getState().listId)
  list?.querySelector('[data-selected]')?.removeAttribute('data-selected')
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  paletteStore.updateState((state) => ({ ...state, selected: 0 }))
}
