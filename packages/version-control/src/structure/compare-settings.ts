import type { YamlValue } from '@incipit/document'
import { byKey, differingKeys, shownChange, shownSetting } from './setting-text.ts'
import type { StructureChange } from './structure-change.ts'

type Settings = ReadonlyMap<string, YamlValue>

/** @internal Differences of front matter keys, apart from those that `told` elsewhere. */
export function compareSettings(
  before: Settings,
  after: Settings,
  told: ReadonlySet<string>,
): StructureChange[] {
  return differingKeys(before, after)
    .filter((key) => !told.has(key))
    .map((key) => change('front-matter', `\`${key}\``, key, before, after))
}

/** @internal Differences of the model: its id, and every setting below it by its path. */
export function compareModel(before: YamlValue | undefined, after: YamlValue | undefined): StructureChange[] {
  const [old, now] = [flat(before), flat(after)]
  if (old.size > 0 && now.size > 0) {
    return differingKeys(old, now).map((path) =>
      change('model', path === 'id' ? 'model' : `model setting \`${path}\``, path, old, now),
    )
  }
  if (old.size + now.size === 0) return []
  const kind = old.size === 0 ? 'added' : 'removed'
  const id = shownSetting((old.size === 0 ? now : old).get('id'))
  const description = `model${id === null ? '' : ` ${id}`} ${kind}`
  return [{ part: 'model', kind, name: 'id', description, breaking: false }]
}

function change(
  part: 'front-matter' | 'model',
  what: string,
  name: string,
  before: Settings,
  after: Settings,
): StructureChange {
  const kind = !before.has(name) ? 'added' : !after.has(name) ? 'removed' : 'changed'
  const values = kind === 'changed' ? shownChange(before.get(name), after.get(name)) : ''
  return { part, kind, name, description: `${what} ${kind}${values}`, breaking: false }
}

/** Values by their path, such as `options.temperature`. A plain value is the model's id. */
function flat(value: YamlValue | undefined, path = ''): Map<string, YamlValue> {
  if (value === undefined || (value === null && path === '')) return new Map()
  const mapping = byKey(value)
  if (!mapping || (mapping.size === 0 && path !== '')) return new Map([[path || 'id', value]])
  return new Map([...mapping].flatMap(([key, item]) => [...flat(item, path ? `${path}.${key}` : key)]))
}
