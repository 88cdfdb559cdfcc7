import { useLocalStorage } from '@mantine/hooks'
import { useCallback } from 'react'

export const INSPECTOR_TABS = ['preview', 'inputs', 'outline', 'problems'] as const
export type InspectorTab = (typeof INSPECTOR_TABS)[number]

export const INSPECTOR_WIDTH = { least: 240, most: 720, usual: 360 } as const

interface Stored {
  open: boolean | null
  tab: InspectorTab
  width: number
}

const usual: Stored = { open: null, tab: 'preview', width: INSPECTOR_WIDTH.usual }

/** The inspector as this person left it. On narrow screens it begins closed. */
export function useInspector() {
  const [stored, setStored] = useLocalStorage<Stored>({ key: 'incipit-inspector', defaultValue: usual })
  const open =
    stored.open ?? (typeof window !== 'undefined' && window.matchMedia('(min-width: 62em)').matches)
  const toggle = useCallback(() => setStored((now) => ({ ...now, open: !open })), [setStored, open])
  const show = useCallback(
    (tab: InspectorTab) => setStored((now) => ({ ...now, open: true, tab })),
    [setStored],
  )
  const resize = useCallback(
    (width: number) => {
      const fitting = Math.min(INSPECTOR_WIDTH.most, Math.max(INSPECTOR_WIDTH.least, Math.round(width)))
      setStored((now) => ({ ...now, width: fitting }))
    },
    [setStored],
  )
  return { open, tab: stored.tab, width: stored.width, toggle, show, resize }
}
