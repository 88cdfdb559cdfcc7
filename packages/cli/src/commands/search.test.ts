import { describe, expect, it } from 'vitest'
import { json, runWith } from '../testing/run-with.ts'

const LIBRARY = ['--library', 'x']
const library = json({ data: { library: { id: 'x', slug: 'x', name: 'X' } } })

const edge = (key: string, matches: object[] = [], name = 'Name') => ({
  node: {
    key,
    name,
    description: '',
    category: 'tasks',
    status: 'DRAFT',
    version: '1.0.0',
    tags: [{ name: 'a' }],
  },
  matches,
})
const page = (edges: object[], rest: object = {}) =>
  json({
    data: {
      library: {
        prompts: {
          edges,
          totalCount: edges.length,
          hasMoreThanCounted: false,
          correctedTo: null,
          pageInfo: { hasNextPage: false, endCursor: null },
          ...rest,
        },
      },
    },
  })

describe('search', () => {
  it('asks with all filters, and lists what was found with what was hit', async () => {
    const hit = { field: 'CONTENT', text: 'Sort the\nticket', ranges: [{ from: 9, to: 15 }] }
    const run = await runWith(
      [
        'search',
        'ticket',
        'triage',
        '--tag',
        'a',
        '--tag',
        'b',
        '--status',
        'deployed',
        '--category',
        'tasks',
        ...LIBRARY,
      ],
      [library, page([edge('tasks-general-one', [hit]), edge('tasks-x', [])], { totalCount: 9 })],
    )
    expect(run.asked[1]!.variables).toMatchObject({
      filter: { search: 'ticket triage', tags: ['a', 'b'], status: ['DEPLOYED'], category: ['tasks'] },
      first: 25,
    })
    expect(run.out.split('\n')).toEqual([
      'tasks-general-one  draft  1.0.0  Name',
      '    Sort the ticket',
      'tasks-x            draft  1.0.0  Name',
      '… and 7 more: -n, or more words.',
      '',
    ])
    expect(run.code).toBe(0)
  })

  it('says what it searched for instead, and when there is nothing', async () => {
    const corrected = await runWith(
      ['search', 'tiket', ...LIBRARY],
      [library, page([edge('a')], { correctedTo: 'ticket' })],
    )
    expect(corrected.out).toContain('Showing results for ticket instead of tiket.')
    const none = await runWith(['search', 'xyz', ...LIBRARY], [library, page([])])
    expect([none.out, none.code]).toEqual(['No prompt fits xyz.\n', 0])
  })

  it('pages up to the number asked for', async () => {
    const more = { pageInfo: { hasNextPage: true, endCursor: 'next' } }
    const hundred = Array.from({ length: 100 }, (_, at) => edge(`a-${at}`))
    const run = await runWith(
      ['search', 'x', '-n', '101', '--json', ...LIBRARY],
      [library, page(hundred, more), page([edge('last')], more)],
    )
    expect(run.asked.slice(1).map(({ variables }) => [variables.first, variables.after])).toEqual([
      [100, null],
      [1, 'next'],
    ])
    const { prompts } = JSON.parse(run.out)
    expect([prompts.length, prompts[100]]).toEqual([
      101,
      expect.objectContaining({ key: 'last', status: 'draft', tags: ['a'] }),
    ])
  })

  it('lets no text steer the terminal', async () => {
    const hit = { field: 'CONTENT', text: '\u001B]0;owned\u0007 hit', ranges: [{ from: 11, to: 14 }] }
    const run = await runWith(
      ['search', 'hit', ...LIBRARY],
      [library, page([edge('a', [hit], 'Na\u001Bme')])],
      { terminal: true },
    )
    expect(run.out).toContain('Na\uFFFDme')
    expect(run.out).toContain('\uFFFD]0;owned\uFFFD \u001B[1mhit\u001B[0m')
  })

  it.each([
    [['search'], 'Say what to search for'],
    [['search', 'x', '-n', '0'], 'from 1'],
    [['search', 'x', '--status', 'gone'], 'There are: draft'],
  ])('%j is wrong usage', async (args, message) => {
    expect(await runWith(args)).toMatchObject({ code: 2, err: expect.stringContaining(message), asked: [] })
  })
})
