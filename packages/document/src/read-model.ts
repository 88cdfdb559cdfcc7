import { isMap, isScalar, type Node, type YAMLMap } from 'yaml'
import type { YamlValue } from './front-matter.ts'
import type { YamlReader } from './yaml-reader.ts'

/** The model that a prompt is written for. */
export interface ModelSpec {
  readonly id: string | null
  readonly provider: string | null
  /** By their names in Prompty, such as `temperature`; unknown ones and those of another form included. */
  readonly parameters: ReadonlyMap<string, YamlValue>
}

/** What a parameter takes, in the words of a message. */
interface ParameterForm {
  readonly form: string
  readonly fits: (value: YamlValue) => boolean
}

const number = (from: number, to: number): ParameterForm => ({
  form: `a number from ${from} to ${to}`,
  fits: (value) => typeof value === 'number' && value >= from && value <= to,
})
const positive: ParameterForm = {
  form: 'a whole number above 0',
  fits: (value) => Number.isSafeInteger(value) && Number(value) > 0,
}
const texts: ParameterForm = {
  form: 'a list of texts',
  fits: (value) =>
    typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string')),
}
const PARAMETERS: ReadonlyMap<string, ParameterForm> = new Map([
  ['temperature', number(0, 2)],
  ['maxOutputTokens', positive],
  ['topP', number(0, 1)],
  ['topK', positive],
  ['frequencyPenalty', number(-2, 2)],
  ['presencePenalty', number(-2, 2)],
  ['seed', { form: 'a whole number', fits: (value) => Number.isSafeInteger(value) }],
  ['stop', texts],
  ['stopSequences', texts],
  ['allowMultipleToolCalls', { form: 'true or false', fits: (value) => typeof value === 'boolean' }],
])

/** Where parameters stand: in version 2 of Prompty, and as version 1 has it. */
const PARAMETER_KEYS = ['options', 'parameters']

/** @internal Read `model`: an id, or a mapping of id, provider and options. `null` when there is none. */
export function readModel(reader: YamlReader | null): ModelSpec | null {
  const node = reader?.resolve(reader.setting('model')?.value) ?? null
  if (!reader || !node || (isScalar(node) && node.value === null)) return null
  if (isMap(node)) {
    const parameters = new Map(PARAMETER_KEYS.flatMap((key) => readParameters(reader, node, key)))
    return { id: readText(reader, node, 'id'), provider: readText(reader, node, 'provider'), parameters }
  }
  const id = reader.valueOf(node)
  if (typeof id === 'string' && id.trim() !== '') return { id, provider: null, parameters: new Map() }
  reader.report(
    node,
    'invalid-model',
    'The model must be the id of one, or a mapping. Write "model: …" or "id: …" below it.',
  )
  return null
}

function readText(reader: YamlReader, map: YAMLMap, key: string): string | null {
  const node = reader.member(map, key)
  const value = reader.valueOf(node)
  if (typeof value === 'string' && value.trim() !== '') return value
  if (value !== undefined && value !== null) {
    reader.report(
      node,
      'invalid-model',
      `The ${key} of the model must be a text. Write its name, in quotes where needed.`,
    )
  }
  return null
}

function readParameters(reader: YamlReader, model: YAMLMap, key: string): (readonly [string, YamlValue])[] {
  const node = reader.member(model, key)
  if (node === null || (isScalar(node) && node.value === null)) return []
  if (!isMap(node)) {
    reader.report(
      node,
      'invalid-model',
      `The ${key} of the model must be a mapping. Write for example "temperature: 0.2" below it.`,
    )
    return []
  }
  return node.items.flatMap((item) => {
    const name = isScalar(item.key) ? item.key.value : undefined
    const at = reader.resolve(item.value)
    const value = reader.valueOf(at) ?? null
    if (typeof name !== 'string') return []
    checkParameter(reader, name, value, at)
    return [[name, value] as const]
  })
}

function checkParameter(reader: YamlReader, name: string, value: YamlValue, at: Node | null): void {
  const known = PARAMETERS.get(name)
  if (!known || value === null || known.fits(value)) return
  reader.report(at, 'invalid-model', `${name} must be ${known.form}. Change it, or leave it out.`)
}
