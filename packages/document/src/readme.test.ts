/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as api from './index.ts'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const README = read('../README.md')
const GUIDE = read('../../../docs/guide/prompt-language.md')

/** Runs the code of the README. @returns what stands on each line that ends with a comment, and the value the comment says */
function runExample(): [unknown, unknown][] {
  const [, code = ''] = /^```ts\n([\s\S]*?)^```$/m.exec(README) ?? []
  const lines = code
    .replace('(key: string)', '(key)')
    .split('\n')
    .map((line) => {
      const [, names] = /^import (\{.*\}) from '@incipit\/document'$/.exec(line) ?? []
      if (names) return `const ${names} = api`
      const [, expression, comment] = /^(?!const )(.+?) \/\/ (.+)$/.exec(line) ?? []
      return expression ? `said.push([${expression}, (${comment})])` : line
    })
  const said: [unknown, unknown][] = []
  new Function('api', 'said', lines.join('\n'))(api, said)
  return said
}

/** The names in code in the first column of the tables of a text. */
const firstColumn = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([\w-]+)/g)].map(([, name]) => name))

/** The members of a union type as the source has it. */
const unionOf = (source: string, type: string) =>
  [...(source.split(`type ${type} =`)[1]?.split(/\n\n/)[0] ?? '').matchAll(/'([a-z-]+)'/g)].map(
    ([, code]) => code,
  )

it('the example of the README does what it says', () => {
  const said = runExample()
  expect(said).toHaveLength(6)
  for (const [value, comment] of said) expect(value).toEqual(comment)
})

it('every name in the README’s table is exported', () => {
  const names = firstColumn(README)
  expect(names.length).toBeGreaterThan(15)
  for (const name of names) expect([name, typeof Reflect.get(api, name ?? '')]).toEqual([name, 'function'])
})

it('the guide explains every problem of documents and of renderings, and no other', () => {
  const codes = [
    ...unionOf(read('problem.ts'), 'ProblemCode'),
    ...unionOf(read('render/findings.ts'), 'RenderProblemCode'),
  ]
  expect(codes.length).toBeGreaterThan(30)
  const explained = firstColumn(GUIDE.slice(GUIDE.indexOf('## Problems')))
  expect([...explained].sort()).toEqual([...new Set(codes)].sort())
})

it('the guide names the limits as they are', () => {
  for (const limit of Object.values(api.RENDER_LIMITS)) expect(GUIDE).toContain(limit.toLocaleString('en'))
})

it('the document that the guide shows has no problems, and renders', () => {
  const [, document = ''] = /^```yaml\n([\s\S]*?)^```$/m.exec(GUIDE) ?? []
  expect(api.diagnose(document)).toEqual([])
  const inputs = { question: 'When?', items: [{ title: 'Tea', amount: 2 }] }
  const resolveInclude = () => 'Stay with the facts.\n'
  expect(api.render(document, { inputs, resolveInclude })).toMatchObject({
    messages: [
      { content: 'You answer questions about orders. Your tone is calm.\nStay with the facts.' },
      { content: '- 2 × Tea\nWhen?' },
    ],
  })
})
