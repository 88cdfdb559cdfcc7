import { locateFrontMatter } from '../front-matter.ts'
import { parseDocument } from '../parse-document.ts'
import type { Completion } from './completions-at.ts'
import { type FrontMatterKey, ITEM, keysAt } from './front-matter-keys.ts'
import { type FrontMatterPlace, frontMatterPlace } from './front-matter-place.ts'

/** @internal `null` outside the front matter. */
export function frontMatterCompletions(text: string, offset: number): Completion[] | null {
  const range = locateFrontMatter(text)?.contentRange
  if (!range || offset < range.from || offset > range.to) return null
  const place = frontMatterPlace(text, offset)
  if (!place) return []
  const known = keysAt(place.path)
  if (place.valueKey === null) return keys(place, offset, known, /^[ \t]*:/.test(text.slice(offset)))
  return values(text, place, offset, known)
}

function keys(
  { from, indent, siblings }: FrontMatterPlace,
  to: number,
  known: readonly FrontMatterKey[],
  hasColon: boolean,
): Completion[] {
  return known
    .filter(({ key }) => !siblings.has(key))
    .map(({ key, description, holds, values: allowed }) => ({
      kind: 'key',
      label: key,
      detail: allowed && allowed.length < 4 ? allowed.join(' or ') : '',
      description,
      insert: hasColon ? key : key + AFTER[holds ?? 'value'].replaceAll('\n', `\n${indent}`),
      range: { from, to },
    }))
}

const AFTER = { value: ': ', keys: ':\n  ', list: ':\n  - ' }

function values(
  text: string,
  { valueKey, path, from }: FrontMatterPlace,
  to: number,
  known: readonly FrontMatterKey[],
): Completion[] {
  const key = known.find((candidate) => candidate.key === valueKey)
  const allowed =
    key?.values ?? (valueKey === 'default' || valueKey === 'example' ? inputValues(text, path, to) : [])
  return allowed.map((value) => ({
    kind: 'value',
    label: value,
    detail: '',
    description: '',
    insert: value,
    range: { from, to },
  }))
}

/** The values that the input whose entry this is allows. */
function inputValues(text: string, path: readonly string[], offset: number): readonly string[] {
  if (path[0] !== 'inputs') return []
  const { inputs } = parseDocument(text)
  const input =
    path[1] === ITEM
      ? inputs.findLast(({ nameRange }) => nameRange.from < offset)
      : inputs.find(({ name }) => name === path[1])
  if (input?.kind === 'boolean') return ['true', 'false']
  return (input?.enumValues ?? []).filter((value) => typeof value !== 'object').map(String)
}
