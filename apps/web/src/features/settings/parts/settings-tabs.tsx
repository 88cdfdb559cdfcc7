import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useLibrary } from '../../shell/index.ts'
import classes from './settings-tabs.module.css'

const TABS = [
  { label: 'General', path: '/settings', needs: 'library.read' },
  { label: 'Taxonomy', path: '/settings/taxonomy', needs: 'library.read' },
  { label: 'Fields', path: '/settings/fields', needs: 'library.read' },
  { label: 'Members', path: '/members', needs: 'member.read' },
  { label: 'API keys', path: '/keys', needs: 'key.manage' },
] as const

/** The pages under Settings that somebody may see. */
export function SettingsTabs() {
  const { slug, viewerActions } = useLibrary()
  const pathname = usePathname()
  return (
    <nav className={classes.tabs} aria-label="Settings">
      {TABS.filter(({ needs }) => viewerActions.includes(needs)).map(({ label, path }) => {
        const href = `/l/${slug}${path}`
        return (
          <Link key={path} href={href} aria-current={pathname === href ? 'page' : undefined}>
            {label}
          </Link>
        )
      })}
    </nav>
  )
}
