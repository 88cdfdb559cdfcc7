import { PromptSettingsPage } from '../../../../../../features/prompt/index.ts'

export default function Page() {
  return <PromptSettingsPage />
}
