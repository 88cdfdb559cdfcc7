import { Modal } from '../../../ui/index.ts'
import { CreatePromptForm } from './create-prompt-form.tsx'

interface CreatePromptDialogProps {
  opened: boolean
  template: string | null
  close: () => void
}

/** The dialog for a new prompt. */
export function CreatePromptDialog({ opened, template, close }: CreatePromptDialogProps) {
  return (
    <Modal opened={opened} onClose={close} title="New prompt" size={560} yOffset="8vh">
      <CreatePromptForm template={template ?? 'blank'} cancel={close} />
    </Modal>
  )
}
