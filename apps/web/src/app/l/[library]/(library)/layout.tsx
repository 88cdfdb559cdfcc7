import type { ReactNode } from 'react'
import { LibraryFrame } from '../../../../features/library-frame/index.ts'

export default function Layout({ children }: { children: ReactNode }) {
  return <LibraryFrame>{children}</LibraryFrame>
}
