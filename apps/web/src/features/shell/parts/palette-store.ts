import { createSpotlight } from '@mantine/spotlight'

const [store, spotlight] = createSpotlight()

/** Whether the palette is open and what is marked in it. */
export const paletteStore = store

/** Opens the command palette. */
export const openPalette = (): void => spotlight.open()

/** Marks the first entry, so that Enter takes it. */
export function selectFirst(): void {
  const list = document.getElementById(paletteStore.getState().listId)
  list?.querySelector('[data-selected]')?.removeAttribute('data-selected')
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  paletteStore.updateState((state) => ({ ...state, selected: 0 }))
}
