import {
  type ContractInput,
  contractOf,
  type Diagnostic,
  diagnose,
  parseDocument,
  type Role,
} from '@incipit/document'

/** One message of the outline. */
export interface OutlineEntry {
  role: Role | 'text'
  /** Its first words. */
  start: string
  line: number
}

/** One row of the contract. */
export interface InputRow extends ContractInput {
  name: string
  description: string | null
  default: string | null
  /** Line of its declaration; `null` where it is only used, not declared. */
  line: number | null
}

/** What the inspector shows of a text. */
export interface DocumentView {
  inputs: readonly InputRow[]
  outline: readonly OutlineEntry[]
  problems: readonly Diagnostic[]
}

export const EMPTY_VIEW: DocumentView = { inputs: [], outline: [], problems: [] }

const START_LENGTH = 80

/** Reads a text for the inspector. Takes any text. */
export function documentView(text: string): DocumentView {
  const document = parseDocument(text)
  const lineAt = lineLookup(text)
  const declared = new Map(document.inputs.map((input) => [input.name, input]))
  return {
    inputs: Array.from(contractOf(text).inputs, ([name, input]): InputRow => {
      const spec = declared.get(name)
      return {
        ...input,
        name,
        description: spec?.description ?? null,
        default: spec?.default === undefined ? null : JSON.stringify(spec.default),
        line: spec ? lineAt(spec.nameRange.from) : null,
      }
    }),
    outline: document.messages.map(({ role, range, text: said }) => ({
      role: role ?? 'text',
      start: said.trim().replace(/\s+/g, ' ').slice(0, START_LENGTH),
      line: lineAt(range.from),
    })),
    problems: diagnose(text),
  }
}

/** Lines are asked for in ascending order for the most part, so the last answer is where the next count begins. */
function lineLookup(text: string): (offset: number) => number {
  let [at, line] = [0, 1]
  return (offset) => {
    if (offset < at) [at, line] = [0, 1]
    for (let end = text.indexOf('\n', at); end !== -1 && end < offset; end = text.indexOf('\n', at)) {
      at = end + 1
      line += 1
    }
    return line
  }
}
