import { UsagePage } from '../../../../../../features/prompt/index.ts'

export default function Page() {
  return <UsagePage />
}
