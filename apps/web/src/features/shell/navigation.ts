import type { Action } from '@incipit/access'
import { IconBooks, IconGitPullRequest, IconSettings, IconShieldCheck } from '@tabler/icons-react'

/** The pages of a library that the rail leads to. */
export const DESTINATIONS = [
  {
    label: 'Library',
    path: '',
    icon: IconBooks,
    needs: 'library.read',
    within: ['', '/p', '/import', '/overview', '/changelog', '/dependencies'],
  },
  {
    label: 'Changes',
    path: '/changes',
    icon: IconGitPullRequest,
    needs: 'prompt.read',
    within: ['/changes'],
  },
  { label: 'Audit', path: '/audit', icon: IconShieldCheck, needs: 'audit.read', within: ['/audit'] },
  {
    label: 'Settings',
    path: '/settings',
    icon: IconSettings,
    needs: 'library.read',
    within: ['/settings', '/members', '/keys'],
  },
] as const satisfies { label: string; path: string; icon: unknown; needs: Action; within: string[] }[]

export type Destination = (typeof DESTINATIONS)[number]

/** Whether an address lies within a destination of the library. */
export function isWithin(destination: Destination, slug: string, pathname: string): boolean {
  const rest = pathname.slice(`/l/${slug}`.length)
  return destination.within.some((start) =>
    start === '' ? rest === '' || rest === '/' : rest === start || rest.startsWith(`${start}/`),
  )
}
