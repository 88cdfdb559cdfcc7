'use client'

export { AppFrame } from './app-frame.tsx'
export {
  type Crumb,
  type PaletteAction,
  useBreadcrumb,
  usePageName,
  usePaletteActions,
} from './frame.ts'
export { useRefreshOnActivity } from './hooks/use-refresh-on-activity.ts'
export { type Shortcut, useShortcuts } from './hooks/use-shortcuts.ts'
export { useSignOut } from './hooks/use-sign-out.ts'
export { type Activity, useLibraryActivity } from './live.tsx'
export { useCan, useLibrary, useRefreshSession, useViewer } from './session-context.tsx'
export type { CurrentLibrary, CurrentViewer } from './session-query.ts'
