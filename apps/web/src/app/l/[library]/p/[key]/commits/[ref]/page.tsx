import { CommitPage } from '../../../../../../../features/prompt/index.ts'

export default async function Page({ params }: { params: Promise<{ ref: string }> }) {
  const { ref } = await params
  return <CommitPage reference={decodeURIComponent(ref)} />
}
