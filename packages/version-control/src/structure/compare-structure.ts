import { type PromptDocument, parseDocument, type YamlValue } from '@incipit/document'
import { compareIncludes } from './compare-includes.ts'
import { compareInputs } from './compare-inputs.ts'
import { compareItems, itemsOf } from './compare-items.ts'
import { compareMessages } from './compare-messages.ts'
import { compareModel, compareSettings } from './compare-settings.ts'
import { byKey } from './setting-text.ts'
import type { StructureChange } from './structure-change.ts'

/**
 * The structural difference of two prompt documents: inputs, outputs, tools, model, other front matter keys, messages, includes,
 * in this order. The order of keys, comments in the front matter and ways of writing a value do not count.
 * Takes any two texts and never throws; the time is bounded. Front matter that cannot be read is one change, if it changed.
 */
export function compareStructure(before: string, after: string): StructureChange[] {
  if (before === after) return []
  const [old, now] = [parseDocument(before), parseDocument(after)]
  return [
    ...compareFrontMatter(old, now),
    ...compareMessages(old.messages, now.messages),
    ...compareIncludes(before, after),
  ]
}

function compareFrontMatter(before: PromptDocument, after: PromptDocument): StructureChange[] {
  const [old, now] = [settingsOf(before), settingsOf(after)]
  if (!old || !now) return unreadable(before, after)
  /** Keys without a value on either side are just keys. */
  const told = new Set(
    ['model', 'inputs', 'outputs', 'tools'].filter((key) => (old.get(key) ?? now.get(key) ?? null) !== null),
  )
  const items = (key: string, plainMember: string) => {
    const [oldItems, nowItems] = [itemsOf(old.get(key), plainMember), itemsOf(now.get(key), plainMember)]
    if (oldItems && nowItems) return [oldItems, nowItems] as const
    told.delete(key)
    return null
  }
  const inputs = items('inputs', 'default') ?? [new Map(), new Map()]
  const outputs = items('outputs', 'kind')
  const tools = items('tools', 'kind')
  return [
    ...compareInputs({ text: before.text, items: inputs[0] }, { text: after.text, items: inputs[1] }),
    ...(outputs ? compareItems('output', ...outputs) : []),
    ...(tools ? compareItems('tool', ...tools) : []),
    ...compareModel(old.get('model'), now.get('model')),
    ...compareSettings(old, now, told),
  ]
}

/** No front matter is one without keys; `null`: it cannot be read. */
function settingsOf({ frontMatter }: PromptDocument): ReadonlyMap<string, YamlValue> | null {
  return frontMatter ? frontMatter.value && byKey(frontMatter.value) : new Map()
}

function unreadable(before: PromptDocument, after: PromptDocument): StructureChange[] {
  if (before.frontMatter?.raw === after.frontMatter?.raw) return []
  const description = 'front matter changed, but cannot be read as settings'
  return [{ part: 'front-matter', kind: 'changed', name: 'front matter', description, breaking: false }]
}
