import { isRecord, MISSING, member } from './context.ts'
import type { Budget } from './limits.ts'

/** @internal A value as it appears in a prompt: texts and numbers plainly, nothing as nothing, lists and objects as JSON. */
export function valueText(value: unknown, budget: Budget): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value)
  if (!isComposite(value)) return ''
  return jsonText(value, budget)
}

/** @internal Compact JSON of any data. Unlike `JSON.stringify` it calls nothing that a value brings along, and keeps to the limits. */
export function jsonText(value: unknown, budget: Budget): string {
  const writer = new JsonWriter(budget)
  writer.write(value, 1)
  return writer.parts.join('')
}

function isComposite(value: unknown): boolean {
  return Array.isArray(value) || value instanceof Map || isRecord(value)
}

class JsonWriter {
  readonly parts: string[] = []
  readonly #budget: Budget
  #length = 0

  constructor(budget: Budget) {
    this.#budget = budget
  }

  write(value: unknown, depth: number): void {
    this.#budget.step()
    if (!isComposite(value)) {
      this.#put(scalarJson(value))
      return
    }
    this.#budget.nest(depth)
    if (Array.isArray(value)) this.#writeList(value, depth)
    else this.#writeEntries(value instanceof Map ? value.entries() : entriesOf(value as object), depth)
  }

  #writeList(list: readonly unknown[], depth: number): void {
    this.#put('[')
    for (let index = 0; index < list.length; index += 1) {
      if (index > 0) this.#put(',')
      this.write(list[index], depth + 1)
    }
    this.#put(']')
  }

  #writeEntries(entries: Iterable<readonly [unknown, unknown]>, depth: number): void {
    let mark = '{'
    for (const [key, value] of entries) {
      if (typeof value === 'function' || value === undefined) continue
      this.#put(`${mark}${JSON.stringify(typeof key === 'string' ? key : scalarJson(key))}:`)
      this.write(value, depth + 1)
      mark = ','
    }
    this.#put(mark === '{' ? '{}' : '}')
  }

  #put(text: string): void {
    this.#length += text.length
    this.#budget.holds(this.#length)
    this.parts.push(text)
  }
}

function* entriesOf(record: object): Generator<readonly [string, unknown]> {
  for (const key of Object.keys(record)) {
    const value = member(record, key)
    if (value !== MISSING) yield [key, value]
  }
}

function scalarJson(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'bigint') return String(value)
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : 'null'
}
