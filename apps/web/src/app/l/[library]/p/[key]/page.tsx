import { WritePage } from '../../../../../features/prompt/index.ts'

export default function Page() {
  return <WritePage />
}
