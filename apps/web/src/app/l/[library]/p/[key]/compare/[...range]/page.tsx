import { ComparePage } from '../../../../../../../features/prompt/index.ts'

/** Names of branches may have slashes, written as such or as `%2F`. */
export default async function Page({ params }: { params: Promise<{ range: string[] }> }) {
  const { range } = await params
  return <ComparePage range={decodeURIComponent(range.join('/'))} />
}
