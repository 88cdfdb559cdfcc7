import { ChangelogPage } from '../../../../../../features/prompt/index.ts'

export default function Page() {
  return <ChangelogPage />
}
