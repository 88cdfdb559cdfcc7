import type { YamlValue } from '../front-matter.ts'
import type { InputSpec } from '../input-spec.ts'
import { TAG_NAME } from '../name-uses.ts'
import type { PromptDocument } from '../parse-document.ts'
import type { Tag } from '../scan-tags.ts'
import type { Range } from '../text-position.ts'

/**
 * What a name in a tag stands for: an input, a field of what a section around it goes through, or either, where
 * nothing in the document tells which fields that has.
 */
export type NameMeaning = 'input' | 'field' | 'unsure'

/** @internal The first part of a name in a tag, in the sections it stands in. */
export interface ScopedName {
  readonly tag: Tag
  /** Of `order.items`, `order`. */
  readonly name: string
  /** Where `name` stands. */
  readonly range: Range
  readonly meaning: NameMeaning
}

/** @internal A section that is open at some place. */
export interface OpenSection {
  readonly tag: Tag
  readonly meaning: NameMeaning
  /** What it may go through, as far as examples and defaults tell; `null`: nothing is known of it. */
  readonly samples: readonly YamlValue[] | null
}

/** @internal All names in the body with their meaning, closing tags too, and the sections open at the end of what was read. */
export function scopedNames(
  { tags, inputs }: Pick<PromptDocument, 'tags' | 'inputs'>,
  upTo = Number.POSITIVE_INFINITY,
): { names: ScopedName[]; open: readonly OpenSection[] } {
  const walk = new ScopeWalk(inputs)
  for (const tag of tags) {
    if (tag.range.from >= upTo) break
    walk.read(tag)
  }
  return { names: walk.names, open: walk.open }
}

const NAMING: ReadonlySet<Tag['kind']> = new Set([
  'variable',
  'raw',
  'section',
  'inverted',
  'close',
  'broken',
])

class ScopeWalk {
  readonly names: ScopedName[] = []
  readonly open: OpenSection[] = []
  readonly #specs: ReadonlyMap<string, InputSpec>

  constructor(inputs: readonly InputSpec[]) {
    this.#specs = new Map(inputs.map((input) => [input.name, input]))
  }

  read(tag: Tag): void {
    if (!NAMING.has(tag.kind)) return
    const name = TAG_NAME.test(tag.name) ? (tag.name.split('.')[0] ?? '') : ''
    const closed = tag.kind === 'close' ? this.#close(tag) : undefined
    const meaning = closed?.meaning ?? this.#meaningOf(name)
    if (name !== '') {
      const { from } = tag.nameRange
      this.names.push({ tag, name, range: { from, to: from + name.length }, meaning })
    }
    if (tag.kind === 'section' || tag.kind === 'inverted') {
      this.open.push({
        tag,
        meaning,
        samples: tag.kind === 'section' ? this.#samplesOf(tag.name, meaning) : [],
      })
    }
  }

  /** The innermost section of that name, and with it whatever was left open inside. */
  #close(tag: Tag): OpenSection | undefined {
    const at = this.open.findLastIndex((section) => section.tag.name === tag.name)
    return at === -1 ? undefined : this.open.splice(at)[0]
  }

  #meaningOf(name: string): NameMeaning {
    for (const { samples } of this.open.toReversed()) {
      if (samples === null) return 'unsure'
      if (samples.some((sample) => sample instanceof Map && sample.has(name))) return 'field'
    }
    return 'input'
  }

  #samplesOf(path: string, meaning: NameMeaning): readonly YamlValue[] | null {
    const [name = '', ...fields] = path.split('.')
    const found = meaning === 'field' ? this.#fieldSamples(name) : this.#inputSamples(name, meaning)
    if (found === null) return null
    const values = fields.reduce((within, field) => valuesOf(within, field), found)
    const items = values.flatMap((value) =>
      Array.isArray(value) ? (value as readonly YamlValue[]) : [value],
    )
    // An empty list shows nothing of the items it will have one day.
    return items.length === 0 && !this.#isPlain(path, meaning) ? null : items
  }

  #fieldSamples(name: string): readonly YamlValue[] {
    const around = this.open.toReversed().map(({ samples }) => valuesOf(samples ?? [], name))
    return around.find((values) => values.length > 0) ?? []
  }

  #inputSamples(name: string, meaning: NameMeaning): readonly YamlValue[] | null {
    const spec = this.#specs.get(name)
    if (!spec || meaning === 'unsure') return null
    const samples = [spec.example, spec.default].filter((value) => value !== undefined && value !== null)
    return samples as readonly YamlValue[]
  }

  /** Whether it is an input of a kind that has no fields. */
  #isPlain(path: string, meaning: NameMeaning): boolean {
    const kind = meaning === 'input' ? this.#specs.get(path)?.kind : undefined
    return kind !== undefined && kind !== 'array' && kind !== 'object'
  }
}

function valuesOf(samples: readonly YamlValue[], field: string): YamlValue[] {
  return samples.flatMap((sample) => {
    const value = sample instanceof Map ? (sample.get(field) as YamlValue | undefined) : undefined
    return value === undefined ? [] : [value]
  })
}
