/** One difference between two prompt documents that a reader of their structure notices. */
export interface StructureChange {
  readonly part: 'front-matter' | 'input' | 'output' | 'tool' | 'message' | 'model' | 'include'
  /** `moved`: the same message stands elsewhere among the messages. */
  readonly kind: 'added' | 'removed' | 'changed' | 'moved'
  /**
   * Which one: a key of the front matter, a setting of the model such as `id` or `options.temperature`, the name of an input, output
   * or tool, the key of an included prompt; of a message its role and number in the document after (of a removed one in that
   * before), such as `user 2`, or `text` where there are no roles.
   */
  readonly name: string
  /** A phrase for people, such as "input `tone` added, optional". */
  readonly description: string
  /** Whether a call that was right before can be wrong now. Only inputs can do that. */
  readonly breaking: boolean
}
