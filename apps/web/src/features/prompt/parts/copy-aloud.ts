import { showToast } from '../../../ui/index.ts'

/** Copies a text and says so, or that the browser did not allow it. `what` begins a sentence: "The link". */
export async function copyAloud(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    showToast({ message: `${what} is copied.` })
  } catch {
    showToast({ message: `${what} was not copied: the browser did not allow it.`, tone: 'bad' })
  }
}
