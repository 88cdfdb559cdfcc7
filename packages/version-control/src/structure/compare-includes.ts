import { includesOf } from '@incipit/document'
import type { StructureChange } from './structure-change.ts'

/** @internal Prompts that are no longer included, then those that came, or are asked for in another version. How often does not count. */
export function compareIncludes(before: string, after: string): StructureChange[] {
  const [old, now] = [versionsByKey(before), versionsByKey(after)]
  const removed = [...old.keys()].filter((key) => !now.has(key))
  return [
    ...removed.map((key) => change('removed', key, 'removed')),
    ...[...now].flatMap(([key, versions]) => {
      const known = old.get(key)
      if (!known) return [change('added', key, `added, ${versions}`)]
      return known === versions ? [] : [change('changed', key, `changed from ${known} to ${versions}`)]
    }),
  ]
}

/** For each included prompt the versions asked for, as a phrase. */
function versionsByKey(text: string): Map<string, string> {
  const byKey = Map.groupBy(includesOf(text), ({ key }) => key)
  return new Map(
    [...byKey].map(([key, includes]) => {
      const versions = [...new Set(includes.map(({ version }) => version ?? 'current'))].sort()
      return [key, `${versions.length === 1 ? 'version' : 'versions'} ${versions.join(', ')}`]
    }),
  )
}

function change(kind: StructureChange['kind'], name: string, what: string): StructureChange {
  return { part: 'include', kind, name, description: `include \`${name}\` ${what}`, breaking: false }
}
