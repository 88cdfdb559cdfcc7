import type { ReactNode } from 'react'
import { AppFrame } from '../../../features/shell/index.ts'
import { isRailNarrow } from '../../../features/shell/rail-preference.ts'

interface LayoutProps {
  children: ReactNode
  params: Promise<{ library: string }>
}

export default async function Layout({ children, params }: LayoutProps) {
  const { library } = await params
  return (
    <AppFrame key={library} slug={decodeURIComponent(library)} narrow={await isRailNarrow()}>
      {children}
    </AppFrame>
  )
}
