import type { Metadata } from 'next'
import { TaxonomyPage } from '../../../../../features/taxonomy/index.ts'

export const metadata: Metadata = { title: 'Taxonomy' }

export default function Page() {
  return <TaxonomyPage />
}
