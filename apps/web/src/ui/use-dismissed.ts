import { useState } from 'react'

/** What somebody sent away, until the place where it was offered is left. */
export function useDismissed() {
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set())
  return {
    isDismissed: (value: string): boolean => dismissed.has(value),
    dismiss: (value: string): void => setDismissed((now) => new Set([...now, value])),
  }
}
