/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as api from './index.ts'

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

/** Runs the code of the README. @returns what stands on the lines that end with a comment, by the comment */
function runExample(): Map<string, unknown> {
  const [, code = ''] = /^```ts\n([\s\S]*?)^```$/m.exec(README) ?? []
  const lines = code.split('\n').map((line) => {
    const [, names] = /^import (\{.*\}) from '@incipit\/version-control'$/.exec(line) ?? []
    if (names) return `const ${names} = api`
    const [, expression, comment] = /^(?!const )(.+?) \/\/ (.+)$/.exec(line) ?? []
    return expression ? `said.set(${JSON.stringify(comment)}, ${expression})` : line
  })
  const said = new Map<string, unknown>()
  new Function('api', 'said', lines.join('\n'))(api, said)
  return said
}

it('the example of the README does what it says', () => {
  const said = runExample()
  expect([...said.keys()]).toHaveLength(3)
  const [[text, merged], [, regions], [, parts]] = [...said] as [
    [string, string],
    [string, api.MergeRegion[]],
    [string, api.WordPart[]],
  ]
  expect(merged).toBe(new Function(`return ${text}`)())
  expect(regions.map(({ kind }) => kind)).toContain('conflict')
  expect(regions.filter(({ kind }) => kind === 'conflict')).toEqual([
    {
      kind: 'conflict',
      base: 'You are a calm helper. Answer in English.\n',
      ours: 'You are a patient helper. Answer in English.\n',
      theirs: 'You are a kind helper. Answer in English.\n',
    },
  ])
  expect(parts).toEqual([
    { kind: 'same', text: 'a ' },
    { kind: 'removed', text: 'calm' },
    { kind: 'added', text: 'patient' },
    { kind: 'same', text: ' helper' },
  ])
})

it('every name in the README’s table is exported', () => {
  const table = README.split('\n').filter((line) => line.startsWith('| ') && line.includes('`'))
  const names = table.flatMap((line) => [...line.matchAll(/`(\w+)`/g)].map(([, name]) => name!))
  expect(names.length).toBeGreaterThan(15)
  for (const name of names) expect([name, typeof Reflect.get(api, name)]).toEqual([name, 'function'])
})

it('every rule of SPEC.md stands in a test, and no test names a rule that is not there', () => {
  const spec = readFileSync(new URL('../SPEC.md', import.meta.url), 'utf8')
  const rules = [...spec.matchAll(/^- \*\*([A-Z]{2}\d+)\*\*/gm)].map(([, rule]) => rule!)
  expect(rules.length).toBeGreaterThan(100)
  const files = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' })
  const tests = files
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  // A title begins with the rules it is about: 'MG6:', 'LN7, WD6, MG12:'.
  const titles = tests.flatMap((test) => [...test.matchAll(/['"`]((?:[A-Z]{2}\d+(?:, | and )?)+):/g)])
  const found = new Set(titles.flatMap(([, title = '']) => title.split(/, | and /)))
  expect(rules.filter((rule) => !found.has(rule))).toEqual([])
  expect([...found].filter((rule) => !rules.includes(rule))).toEqual([])
})
