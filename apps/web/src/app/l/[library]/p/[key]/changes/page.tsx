import { PromptChangesPage } from '../../../../../../features/changes/index.ts'

export default function Page() {
  return <PromptChangesPage />
}
