import { HistoryPage } from '../../../../../../features/prompt/index.ts'

export default function Page() {
  return <HistoryPage />
}
