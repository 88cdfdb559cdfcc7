import type { Metadata } from 'next'
import { LibraryChangelogPage } from '../../../../../features/library-changelog/index.ts'

export const metadata: Metadata = { title: 'Changelog' }

export default function Page() {
  return <LibraryChangelogPage />
}
