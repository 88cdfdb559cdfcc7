import type { InputKind } from './input-spec.ts'
import { nameUses } from './name-uses.ts'
import { type PromptDocument, parseDocument } from './parse-document.ts'

/** What a caller must know about one input. */
export interface ContractInput {
  /** `any`: the name is used in the text but declared nowhere. */
  readonly kind: InputKind | 'any'
  /** Whether the caller must give it: declared required, and without a default. */
  readonly required: boolean
  /** The only values allowed, as JSON texts; `null`: any. */
  readonly enumValues: readonly string[] | null
}

/** What callers of a prompt can rely on: its inputs by name. */
export interface Contract {
  readonly inputs: ReadonlyMap<string, ContractInput>
}

/**
 * The contract of a document. Where the front matter declares `inputs`, those; otherwise the names the text uses,
 * all optional, because a missing one is simply left empty.
 */
export function contractOf(text: string): Contract {
  return contractOfDocument(parseDocument(text))
}

/** @internal */
export function contractOfDocument(document: PromptDocument): Contract {
  if (document.inputsDeclared) {
    return {
      inputs: new Map(
        document.inputs.map((input) => [
          input.name,
          {
            kind: input.kind,
            required: input.required && input.default === undefined,
            enumValues: input.enumValues?.map((value) => JSON.stringify(value)) ?? null,
          },
        ]),
      ),
    }
  }
  const names = nameUses(document).filter(({ mayBeField, whole }) => whole && !mayBeField)
  return {
    inputs: new Map(names.map(({ input }) => [input, { kind: 'any', required: false, enumValues: null }])),
  }
}
