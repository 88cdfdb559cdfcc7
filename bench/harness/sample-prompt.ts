/** A prompt document as people write them, only longer: front matter, messages, tags, comments. */
export interface SamplePrompt {
  readonly frontMatter: string
  readonly body: string
  /** A value for each input. */
  readonly inputs: Readonly<Record<string, unknown>>
}

const INPUTS = 30

/** @param size of the body, in characters */
export function samplePrompt(size: number): SamplePrompt {
  const names = Array.from({ length: INPUTS }, (_, index) => `input_${index}`)
  const declared = names.map(
    (name) =>
      `  - name: ${name}\n    kind: string\n    description: What ${name} stands for\n    required: true\n`,
  )
  const parts: string[] = []
  for (let length = 0; length < size; length += parts.at(-1)?.length ?? 0) parts.push(part(parts.length))
  return {
    frontMatter: `---\ndescription: A long prompt\nmodel:\n  id: gpt-5\n  options:\n    temperature: 0.2\ninputs:\n${declared.join('')}  - name: items\n    kind: array\n---\n`,
    body: parts.join(''),
    inputs: {
      ...Object.fromEntries(names.map((name) => [name, `the value of ${name}`])),
      items: [{ title: 'one' }, { title: 'two' }, { title: 'three' }],
    },
  }
}

function part(index: number): string {
  const role = index % 10 === 0 ? `${index % 20 === 0 ? 'user' : 'assistant'}:\n` : ''
  const name = `input_${index % INPUTS}`
  return [
    role,
    `Explain {{${name}}} to the customer in plain words, and stay with what is known about it. Say so when nothing is.\n`,
    `{{! remember to ask about ${name} }}\n`,
    `{{#items}}\n- {{title}}\n{{/items}}\n`,
    `{{^items}}Nothing was ordered.{{/items}}\n`,
    'A long answer is seldom a good one: three sentences are enough for most questions, and a list for the others.\n',
  ].join('')
}
