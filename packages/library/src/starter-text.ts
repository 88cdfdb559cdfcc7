/** What a new prompt begins with where nobody chose otherwise: small, valid, and showing where things go. */
export function starterText(description: string): string {
  return `---
description: ${JSON.stringify(description || 'Say in a sentence what this prompt does.')}
inputs:
  question:
    kind: string
    description: What the person asks.
    required: true
---
system:
You are a helpful assistant.

user:
{{question}}
`
}
