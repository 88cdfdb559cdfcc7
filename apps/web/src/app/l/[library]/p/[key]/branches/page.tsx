import { BranchesPage } from '../../../../../../features/prompt/index.ts'

export default function Page() {
  return <BranchesPage />
}
