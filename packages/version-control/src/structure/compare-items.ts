import type { YamlValue } from '@incipit/document'
import { byKey, differingKeys, settingText } from './setting-text.ts'
import type { StructureChange } from './structure-change.ts'

/** @internal Inputs, outputs or tools by name, each with what is said about it. */
export type Items = ReadonlyMap<string, ReadonlyMap<string, YamlValue>>

/**
 * @internal The items of a list whose members have names, or of a mapping by name. Members without a name are numbered from 1.
 *
 * @param plainMember which member a plain value in place of a mapping speaks of, as in `tone: calm`
 * @returns `null` when the value is neither
 */
export function itemsOf(value: YamlValue | undefined, plainMember: string): Items | null {
  if (value === undefined || value === null) return new Map()
  const mapping = byKey(value)
  if (mapping) return new Map([...mapping].map(([name, item]) => [name, membersOf(item, plainMember)]))
  if (!Array.isArray(value)) return null
  const items = new Map<string, ReadonlyMap<string, YamlValue>>()
  for (const [place, item] of (value as readonly YamlValue[]).entries()) {
    const members = new Map(membersOf(item, plainMember))
    const name = members.get('name')
    if (typeof name === 'string') members.delete('name')
    const wanted = typeof name === 'string' ? name : `${place + 1}`
    items.set(items.has(wanted) ? `${wanted} (${place + 1})` : wanted, members)
  }
  return items
}

/** @internal Items that came, went, or have other members. None of it breaks a call. */
export function compareItems(part: 'output' | 'tool', before: Items, after: Items): StructureChange[] {
  const change = (kind: StructureChange['kind'], name: string, what: string): StructureChange => ({
    part,
    kind,
    name,
    description: `${part} \`${name}\` ${what}`,
    breaking: false,
  })
  const removed = [...before.keys()].filter((name) => !after.has(name))
  return [
    ...removed.map((name) => change('removed', name, 'removed')),
    ...[...after].flatMap(([name, members]) => {
      const old = before.get(name)
      if (!old) return [change('added', name, 'added')]
      const keys = differingKeys(old, members)
      return keys.length === 0 ? [] : [change('changed', name, `changed: ${keys.join(', ')}`)]
    }),
  ]
}

function membersOf(item: YamlValue, plainMember: string): ReadonlyMap<string, YamlValue> {
  return byKey(item) ?? new Map(settingText(item) === settingText(null) ? [] : [[plainMember, item]])
}
