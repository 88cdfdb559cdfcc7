import { readFileSync } from 'node:fs'
import { buildSchema, getOperationAST, getVariableValues, parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { EXAMPLE_IDS_QUERY, type ExampleIds, findExampleIds } from './example-ids.ts'
import { examples } from './examples.ts'

const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'))
const ids: ExampleIds = { librarySlug: 's', libraryId: 'l', promptId: 'p', promptKey: 'k', branchId: 'b' }

describe('examples match schema.graphql', () => {
  test.each(
    examples.map((example) => [getOperationAST(parse(example.query))!.name!.value, example] as const),
  )('%s', (_name, { query, variables }) => {
    const document = parse(query)
    expect(validate(schema, document)).toEqual([])
    const { variableDefinitions } = getOperationAST(document)!
    const { errors } = getVariableValues(schema, variableDefinitions ?? [], variables(ids))
    expect(errors).toBeUndefined()
  })

  test('the query for their ids', () => {
    expect(validate(schema, parse(EXAMPLE_IDS_QUERY))).toEqual([])
  })
})

describe('ids of the examples', () => {
  test('come from the first library and its first prompt', async () => {
    const prompt = { id: 'P', key: 'tasks-general-x', branch: { id: 'B' } }
    const library = { id: 'L', slug: 'mine', prompts: { edges: [{ node: prompt }] } }
    const found = await findExampleIds(async () => ({
      viewer: { libraries: { edges: [{ node: library }] } },
    }))
    expect(found).toEqual({
      librarySlug: 'mine',
      libraryId: 'L',
      promptId: 'P',
      promptKey: 'tasks-general-x',
      branchId: 'B',
    })
  })

  test.each([
    ['nobody is signed in', async () => ({ viewer: null })],
    ['the server does not answer', () => Promise.reject(new Error('offline'))],
  ])('are words to replace when %s', async (_case, ask) => {
    expect((await findExampleIds(ask)).libraryId).toBe('id of a library')
  })
})
