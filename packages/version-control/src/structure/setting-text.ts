import type { YamlValue } from '@incipit/document'

/** Longest value that a description quotes. */
const MOST_SHOWN = 40

/** @internal A value as a text that is the same for equal values: the order of keys and the way of writing do not count. */
export function settingText(value: YamlValue | undefined): string {
  return JSON.stringify(plain(value)) ?? 'undefined'
}

/** @internal A value for people, or `null` when it is too long to be quoted. */
export function shownSetting(value: YamlValue | undefined): string | null {
  if (value === undefined || value instanceof Map || Array.isArray(value)) return null
  const text = typeof value === 'string' ? `\`${value}\`` : String(value)
  return text.length > MOST_SHOWN || /[\n`]/.test(String(value)) ? null : text
}

/** @internal " from … to …" where both values can be quoted, else nothing. */
export function shownChange(before: YamlValue | undefined, after: YamlValue | undefined): string {
  const [from, to] = [shownSetting(before), shownSetting(after)]
  return from !== null && to !== null ? ` from ${from} to ${to}` : ''
}

/** @internal Keys that two mappings do not say the same about: those of `before` first. */
export function differingKeys(
  before: ReadonlyMap<string, YamlValue>,
  after: ReadonlyMap<string, YamlValue>,
): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => settingText(before.get(key)) !== settingText(after.get(key)),
  )
}

/** @internal A mapping by keys as texts; `null` when the value is none. */
export function byKey(value: YamlValue | undefined): Map<string, YamlValue> | null {
  if (!(value instanceof Map)) return null
  return new Map([...(value as ReadonlyMap<unknown, YamlValue>)].map(([key, item]) => [keyText(key), item]))
}

function keyText(key: unknown): string {
  return typeof key === 'string' ? key : settingText(key as YamlValue)
}

/** Mappings as sorted pairs, marked so that no list looks like one. */
function plain(value: YamlValue | undefined): unknown {
  if (Array.isArray(value)) return value.map(plain)
  // JSON has no NaN and no infinity.
  if (!(value instanceof Map)) return typeof value === 'number' ? { number: String(value) } : value
  const pairs = [...(byKey(value) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
  return { map: pairs.map(([key, item]) => [key, plain(item)]) }
}
