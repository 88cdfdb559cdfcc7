import type { PromptDocument } from './parse-document.ts'
import { type Fix, quoted } from './problem.ts'

/** @internal Declare one more input, in the style of those that stand there; `null` where no line can be added. */
export function declaration(input: string, kind: string, { inputInsertion }: PromptDocument): Fix | null {
  if (!inputInsertion) return null
  const { offset, indent, list } = inputInsertion
  const insert = list
    ? `${indent}- name: ${input}\n${indent}  kind: ${kind}\n`
    : `${indent}${input}:\n${indent}  kind: ${kind}\n`
  return { title: `Declare ${quoted(input)}`, edits: [{ offset, deleteCount: 0, insert }] }
}
