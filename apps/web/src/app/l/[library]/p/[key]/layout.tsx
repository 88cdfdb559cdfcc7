import type { ReactNode } from 'react'
import { PromptFrame } from '../../../../../features/prompt/index.ts'

interface Props {
  params: Promise<{ key: string }>
  children: ReactNode
}

export default async function PromptLayout({ params, children }: Props) {
  const { key } = await params
  return <PromptFrame promptKey={decodeURIComponent(key)}>{children}</PromptFrame>
}
