import type { Role } from '../messages.ts'
import type { Findings } from './findings.ts'

/** A message as a model takes it. */
export interface RenderedMessage {
  readonly role: Role
  /** Without blank space at either end; never empty. */
  readonly content: string
}

/** @internal Puts what a rendering writes into messages. */
export class MessageSink {
  readonly #messages: { readonly role: Role | null; readonly parts: string[] }[] = [{ role: null, parts: [] }]

  openMessage(role: Role): void {
    this.#messages.push({ role, parts: [] })
  }

  write(text: string): void {
    this.#messages.at(-1)?.parts.push(text)
  }

  /**
   * @param asText whether the document has no role lines of its own; where nothing it includes opened a message either,
   *   it is a text prompt, which as a message is the user's
   */
  finish(asText: boolean, findings: Findings): { messages: RenderedMessage[]; text: string | null } {
    const text = asText && this.#messages.length === 1 ? (this.#messages[0]?.parts.join('') ?? '') : null
    const messages = this.#messages.flatMap(({ role, parts }): RenderedMessage[] => {
      const content = parts.join('').trim()
      if (content !== '') return [{ role: role ?? (text === null ? 'system' : 'user'), content }]
      if (role) findings.add('empty-message', emptied(role), role)
      return []
    })
    return { messages, text }
  }
}

function emptied(role: Role): string {
  return `A message of the role ${role} came out empty and was left out. Check the values its text depends on.`
}
