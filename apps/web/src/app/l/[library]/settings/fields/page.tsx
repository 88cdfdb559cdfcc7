import type { Metadata } from 'next'
import { FieldsPage } from '../../../../../features/fields/index.ts'

export const metadata: Metadata = { title: 'Fields' }

export default function Page() {
  return <FieldsPage />
}
