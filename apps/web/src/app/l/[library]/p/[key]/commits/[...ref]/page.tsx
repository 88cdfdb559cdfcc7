import { CommitPage } from '../../../../../../../features/prompt/index.ts'

/** Names of branches may have slashes, written as such or as `%2F`. */
export default async function Page({ params }: { params: Promise<{ ref: string[] }> }) {
  const { ref } = await params
  return <CommitPage reference={decodeURIComponent(ref.join('/'))} />
}
