/** What can be changed about a prompt besides its text. */
export interface PromptDetails {
  name: string
  description: string
  category: string
  subcategory: string
  owner: string
  tags: readonly string[]
}

/** Only what was changed, so that what somebody else changed meanwhile stays. */
export function changedDetails(before: PromptDetails, after: PromptDetails): Partial<PromptDetails> {
  const entries = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(before[name as keyof PromptDetails]) !== JSON.stringify(value),
  )
  return Object.fromEntries(entries)
}
