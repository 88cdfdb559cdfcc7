import type { Metadata } from 'next'
import { DependenciesPage } from '../../../../../features/dependencies/index.ts'

export const metadata: Metadata = { title: 'Dependencies' }

export default function Page() {
  return <DependenciesPage />
}
