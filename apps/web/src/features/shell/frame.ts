import type { IconProps } from '@tabler/icons-react'
import { type ComponentType, useMemo } from 'react'
import { createRegistry } from './registry.ts'

/** One step of "where I am" after the library's name. Without `href` it is the page itself. */
export interface Crumb {
  label: string
  href?: string
  /** Set the label in the mono face (keys, hashes). */
  mono?: boolean
}

/** Something the command palette offers while the page that registered it is shown. */
export interface PaletteAction {
  id: string
  label: string
  /** Heading it stands under, such as "Prompt". */
  group?: string
  description?: string
  icon?: ComponentType<IconProps>
  /** Shown beside it; registering the shortcut itself is `useShortcuts`' task. */
  keys?: string
  run: () => void
}

export const crumbs = createRegistry<Crumb>()
export const paletteActions = createRegistry<PaletteAction>()

/** Says where the page is: the steps after the library's name. Give a memoized or module-level list. */
export const useBreadcrumb = crumbs.useRegister

/** Offers actions in the command palette while the calling component is shown. Give a memoized list. */
export const usePaletteActions = paletteActions.useRegister

/** A breadcrumb of a single step. */
export function usePageName(label: string): void {
  useBreadcrumb(useMemo(() => [{ label }], [label]))
}
