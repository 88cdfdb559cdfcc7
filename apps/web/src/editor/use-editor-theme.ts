import { useComputedColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import { monaco } from './monaco.ts'
import { THEME } from './themes.ts'

/** Keeps all editors in the page's colour scheme; they share one theme. */
export function useEditorTheme(): void {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  useEffect(() => {
    monaco.editor.setTheme(THEME[scheme])
  }, [scheme])
}
