import {
  type ContractInput,
  contractOf,
  type DiagnoseContext,
  type Diagnostic,
  diagnose,
  type OutlineItem,
  outline,
  parseDocument,
  type YamlValue,
} from '@incipit/document'

/** One row of the outline, with those inside it. */
export interface OutlineRow {
  kind: OutlineItem['kind']
  name: string
  detail: string
  line: number
  column: number
  rows: readonly OutlineRow[]
}

/** One row of the contract. */
export interface InputRow extends ContractInput {
  name: string
  description: string | null
  default: string | null
  example: string | null
  /** Where it is declared; where it is only used, its first use. */
  place: { line: number; column: number; offset: number } | null
  declared: boolean
}

/** What the inspector shows of a text. */
export interface DocumentView {
  inputs: readonly InputRow[]
  outline: readonly OutlineRow[]
  problems: readonly Diagnostic[]
}

export const EMPTY_VIEW: DocumentView = { inputs: [], outline: [], problems: [] }

/** Reads a text for the inspector. Takes any text; `known` tells about the prompts it includes. */
export function documentView(text: string, known?: DiagnoseContext): DocumentView {
  const document = parseDocument(text)
  const placeAt = placeLookup(text)
  const declared = new Map(document.inputs.map((input) => [input.name, input]))
  const row = ({ range, items, ...item }: OutlineItem): OutlineRow => {
    const { line, column } = placeAt(range.from)
    return { ...item, line, column, rows: items.map(row) }
  }
  return {
    inputs: Array.from(contractOf(text).inputs, ([name, input]): InputRow => {
      const spec = declared.get(name)
      const used = document.tags.find((tag) => tag.name === name || tag.name.startsWith(`${name}.`))
      const offset = spec?.nameRange.from ?? used?.nameRange.from
      return {
        ...input,
        name,
        description: spec?.description ?? null,
        default: shown(spec?.default),
        example: shown(spec?.example),
        place: offset === undefined ? null : { ...placeAt(offset), offset },
        declared: spec !== undefined,
      }
    }),
    outline: outline(text).map(row),
    problems: diagnose(text, known),
  }
}

function shown(value: YamlValue | undefined): string | null {
  if (value === undefined) return null
  return JSON.stringify(value, (_, item) => (item instanceof Map ? Object.fromEntries(item) : item))
}

/** Places are asked for in ascending order for the most part, so the last answer is where the next count begins. */
function placeLookup(text: string): (offset: number) => { line: number; column: number } {
  let [at, line] = [0, 1]
  return (offset) => {
    if (offset < at) [at, line] = [0, 1]
    for (let end = text.indexOf('\n', at); end !== -1 && end < offset; end = text.indexOf('\n', at)) {
      at = end + 1
      line += 1
    }
    return { line, column: offset - at + 1 }
  }
}
