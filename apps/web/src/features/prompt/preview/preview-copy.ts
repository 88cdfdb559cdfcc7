import type { PreviewMessage } from './preview-view.ts'

/** The messages as they would stand in a prompt: role lines, then what is said. */
export function asText(messages: readonly PreviewMessage[]): string {
  return messages.map(({ role, content }) => `${role}:\n${content}\n`).join('\n')
}

/** The messages as most interfaces of models take them. */
export function asJson(messages: readonly PreviewMessage[]): string {
  return JSON.stringify(
    messages.map(({ role, content }) => ({ role, content })),
    null,
    2,
  )
}
