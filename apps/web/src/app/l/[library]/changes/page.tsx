import type { Metadata } from 'next'
import { LibraryChangesPage } from '../../../../features/changes/index.ts'

export const metadata: Metadata = { title: 'Changes' }

export default function Page() {
  return <LibraryChangesPage />
}
