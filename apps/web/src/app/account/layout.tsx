import type { ReactNode } from 'react'
import { AppFrame } from '../../features/shell/index.ts'
import { isRailNarrow } from '../../features/shell/rail-preference.ts'

export default async function Layout({ children }: { children: ReactNode }) {
  return (
    <AppFrame slug={null} narrow={await isRailNarrow()}>
      {children}
    </AppFrame>
  )
}
