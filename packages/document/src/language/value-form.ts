/** @internal A YAML value as JSON has no maps for it: maps as lists of pairs in their order, scalars with their type. */
export function valueForm(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(valueForm)
  if (value instanceof Map) return ['map', [...value].map(([key, item]) => [String(key), valueForm(item)])]
  return value === undefined ? null : [typeof value, String(value)]
}
