import { contractOf, type DiagnoseContext, includesOf } from '@incipit/document'
import { referenceOf } from './preview-view.ts'

/**
 * What is known about the prompts that a text includes, for its diagnostics.
 *
 * @param own the text's own key
 * @param texts by `key` or `key@version`; `null` where there is none
 */
export function diagnoseContext(own: string, texts: ReadonlyMap<string, string | null>): DiagnoseContext {
  const known = new Map<string, ReturnType<NonNullable<DiagnoseContext['includes']>>>()
  const look = (reference: string, key: string) => {
    if (key === own) return { kind: 'cycle', path: [own, own] } as const
    const text = texts.get(reference)
    if (text === undefined) return null
    if (text === null) return { kind: 'missing' } as const
    const path = wayTo(own, reference, texts)
    if (path) return { kind: 'cycle', path: [own, ...path] } as const
    return { kind: 'found', contract: contractOf(text) } as const
  }
  return {
    keys: [...texts].flatMap(([reference, text]) => (text === null ? [] : [reference.split('@')[0] ?? ''])),
    includes: (key, version) => {
      const reference = referenceOf(key, version)
      const before = known.get(reference)
      if (before !== undefined) return before
      const found = look(reference, key)
      known.set(reference, found)
      return found
    },
  }
}

/** The keys from an include to a prompt that it leads to, that prompt at the end; `null`: it does not lead there. */
function wayTo(
  target: string,
  reference: string,
  texts: ReadonlyMap<string, string | null>,
): string[] | null {
  const seen = new Set<string>([reference])
  const ways: { reference: string; path: string[] }[] = [{ reference, path: [keyOf(reference)] }]
  for (let way = ways.shift(); way; way = ways.shift()) {
    for (const { key, version } of includesOf(texts.get(way.reference) ?? '')) {
      if (key === target) return [...way.path, key]
      const next = referenceOf(key, version)
      if (seen.has(next)) continue
      seen.add(next)
      ways.push({ reference: next, path: [...way.path, key] })
    }
  }
  return null
}

function keyOf(reference: string): string {
  return reference.split('@')[0] ?? ''
}
