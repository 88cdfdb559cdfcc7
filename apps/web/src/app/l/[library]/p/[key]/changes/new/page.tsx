import { NewChangePage } from '../../../../../../../features/changes/index.ts'

export default function Page() {
  return <NewChangePage />
}
