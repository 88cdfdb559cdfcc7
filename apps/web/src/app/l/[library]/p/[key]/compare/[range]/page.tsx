import { ComparePage } from '../../../../../../../features/prompt/index.ts'

export default async function Page({ params }: { params: Promise<{ range: string }> }) {
  const { range } = await params
  return <ComparePage range={decodeURIComponent(range)} />
}
