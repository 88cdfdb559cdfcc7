import { useMantineColorScheme } from '@mantine/core'
import {
  IconFileImport,
  IconKey,
  IconKeyboard,
  IconLogout,
  IconPlus,
  IconSitemap,
  IconUser,
  IconUsers,
} from '@tabler/icons-react'
import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import type { PaletteAction } from '../frame.ts'
import { DESTINATIONS } from '../navigation.ts'
import { openShortcuts } from '../parts/shortcuts-dialog.tsx'
import { useMaybeLibrary, useViewer } from '../session-context.tsx'
import { THEMES } from '../themes.ts'
import { useSignOut } from './use-sign-out.ts'

/** What the palette offers on every page: places to go, things to make, the theme, the way out. */
export function useGeneralActions(): readonly PaletteAction[] {
  const library = useMaybeLibrary()
  const { libraries } = useViewer()
  const router = useRouter()
  const signOut = useSignOut()
  const { setColorScheme } = useMantineColorScheme()
  return useMemo(() => {
    const home = library ? `/l/${library.slug}` : null
    const may = (action: string) => library?.viewerActions.includes(action) ?? false
    const places = home
      ? [...DESTINATIONS, DEPENDENCIES, MEMBERS, KEYS]
          .filter(({ needs }) => may(needs))
          .map(({ label, path, icon }) => ({
            id: `go${path}`,
            group: 'Go to',
            label,
            icon,
            run: () => router.push(home + path),
          }))
      : []
    const makes: PaletteAction[] = []
    if (home && may('prompt.create'))
      makes.push({
        id: 'create',
        group: 'Actions',
        label: 'New prompt',
        icon: IconPlus,
        keys: 'c',
        run: () => router.push(`${home}?create=1`),
      })
    if (home && may('prompt.import'))
      makes.push({
        id: 'import',
        group: 'Actions',
        label: 'Import prompts from CSV',
        icon: IconFileImport,
        run: () => router.push(`${home}/import`),
      })
    return [
      ...makes,
      ...places,
      ...libraries
        .filter(({ id }) => id !== library?.id)
        .map(({ id, slug, name }) => ({
          id,
          group: 'Libraries',
          label: name,
          run: () => router.push(`/l/${slug}`),
        })),
      { id: 'account', group: 'Go to', label: 'Account', icon: IconUser, run: () => router.push('/account') },
      ...THEMES.map(({ value, label, icon }) => ({
        id: `theme-${value}`,
        group: 'Preferences',
        label: `Theme: ${label}`,
        icon,
        run: () => setColorScheme(value),
      })),
      {
        id: 'shortcuts',
        group: 'Preferences',
        label: 'Keyboard shortcuts',
        icon: IconKeyboard,
        keys: '?',
        run: openShortcuts,
      },
      {
        id: 'sign-out',
        group: 'Preferences',
        label: 'Sign out',
        icon: IconLogout,
        run: () => void signOut(),
      },
    ]
  }, [library, libraries, router, signOut, setColorScheme])
}

const DEPENDENCIES = {
  label: 'Dependency map',
  path: '/dependencies',
  icon: IconSitemap,
  needs: 'prompt.read',
} as const
const MEMBERS = { label: 'Members', path: '/members', icon: IconUsers, needs: 'member.read' } as const
const KEYS = { label: 'API keys', path: '/keys', icon: IconKey, needs: 'key.manage' } as const
