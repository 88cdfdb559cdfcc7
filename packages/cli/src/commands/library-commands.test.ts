import { describe, expect, it } from 'vitest'
import { commitAnswer } from '../testing/commit-answer.ts'
import { json, ofPrompt, runWith } from '../testing/run-with.ts'

const LIBRARY = ['--library', 'x']
const found = json({ data: { library: { id: 'l', slug: 'x', name: 'Team' } } })
const ofLibrary = (library: object) => [found, json({ data: { library } })]

const statistics = {
  promptCount: 1200,
  archivedCount: 3,
  staleCount: 7,
  withErrorsCount: 0,
  pendingDeprecations: 1,
  totalChanges: 4321,
  openChangeRequests: 2,
  contributors: 5,
  byStatus: [
    { value: 'draft', count: 1199 },
    { value: 'review', count: 0 },
    { value: 'deprecated', count: 1 },
  ],
  byCategory: [{ value: 'agents', count: 1200 }],
  activity: [
    { day: '2026-03-01', count: 2 },
    { day: '2026-03-02', count: 3 },
  ],
}

describe('dashboard', () => {
  it('tells numbers to people', async () => {
    const { code, out } = await runWith(['dashboard', ...LIBRARY], ofLibrary({ statistics }))
    expect(code).toBe(0)
    expect(out).toBe(`Team
  prompts                  1,200
  archived                     3
  stale                        7
  with errors                  0
  pending deprecations         1
  open change requests         2
  total changes            4,321
  changes in 2 days            5
  contributors in 30 days      5

By status
  draft       1,199
  deprecated      1

By category
  agents  1,200
`)
  })

  it('tells programs the same, whichever way they ask', async () => {
    for (const way of [['--json'], ['--format', 'json'], ['--format=json']]) {
      const { out } = await runWith(['dashboard', ...LIBRARY, ...way], ofLibrary({ statistics }))
      expect(JSON.parse(out)).toEqual({ library: 'x', ...statistics })
    }
  })

  it('tells programs that ask by --format of failures too', async () => {
    const { code, out } = await runWith(
      ['dashboard', ...LIBRARY, '--format', 'json'],
      [json({ data: { library: null } })],
    )
    expect(code).toBe(1)
    expect(JSON.parse(out).error.code).toBe('NOT_FOUND')
  })
})

describe('taxonomy', () => {
  const place = { description: '', staleCount: 0 }
  const taxonomyReport = {
    categories: [
      {
        name: 'agents',
        description: '',
        owner: 'product-team',
        reviewRequired: true,
        promptCount: 12,
        staleCount: 2,
        subcategories: [
          { ...place, name: 'general', isOwn: false, promptCount: 0 },
          { ...place, name: 'support', isOwn: false, promptCount: 12 },
          { ...place, name: 'field', isOwn: true, promptCount: 0 },
        ],
      },
    ],
    tagGroups: [
      { category: 'DOMAIN', tagCount: 1, usage: 4, tags: [{ name: 'legal', usageCount: 4 }] },
      { category: 'MODEL', tagCount: 0, usage: 0, tags: [] },
    ],
    unusedTagCount: 1,
    unusedTags: [{ name: 'old', usageCount: 0 }],
    untaggedPromptCount: 3,
  }

  it('tells places, tags and what lacks them', async () => {
    const { out } = await runWith(['taxonomy', ...LIBRARY], ofLibrary({ taxonomyReport }))
    expect(out).toBe(`Categories
agents     12  2 stale  product-team  review required
  support  12
  field    0

Tags
domain  1  legal (4)
unused (1): old
prompts without tags: 3
`)
    const { out: asked } = await runWith(['taxonomy', ...LIBRARY, '--json'], ofLibrary({ taxonomyReport }))
    expect(JSON.parse(asked)).toEqual({ library: 'x', ...taxonomyReport })
  })
})

describe('changelog', () => {
  const change = (day: string, version: string | null, text: string) => ({
    node: {
      prefix: 'Fixed:',
      text,
      changeType: 'FIX',
      version,
      at: `${day}T09:30:00.000Z`,
      authors: ['Ada', 'Grace'],
      prompt: { key: 'tasks-general-a', name: 'A' },
      commit: { hash: 'abc' },
    },
  })
  const page = (edges: object[], endCursor: string | null) =>
    json({
      data: { library: { changelog: { edges, pageInfo: { hasNextPage: endCursor !== null, endCursor } } } },
    })

  it('is told by day, over all pages', async () => {
    const { out, asked } = await runWith(
      ['changelog', '--days', '7', ...LIBRARY],
      [
        found,
        page([change('2026-03-02', '1.0.1', 'Two')], 'c'),
        page([change('2026-03-02', null, 'One'), change('2026-03-01', '1.0.0', 'Start')], null),
      ],
    )
    expect(out).toBe(`2026-03-02
  tasks-general-a  1.0.1  Fixed: Two  Ada, Grace
  tasks-general-a  -      Fixed: One  Ada, Grace

2026-03-01
  tasks-general-a  1.0.0  Fixed: Start  Ada, Grace
`)
    expect(asked.slice(1).map(({ variables }) => [variables.days, variables.after])).toEqual([
      [7, null],
      [7, 'c'],
    ])
  })

  it('may be nothing', async () => {
    expect((await runWith(['changelog', ...LIBRARY], [found, page([], null)])).out).toBe(
      'Nothing changed on main in 30 days.\n',
    )
  })
})

describe('update', () => {
  const KEY = ['update', 'tasks-general-a', '--change-type', 'fix', '--description', 'Better', ...LIBRARY]
  const branch = { id: 'b', name: 'main', head: { hash: 'h' } }

  it('commits a text on the head that was seen, once', async () => {
    const { code, out, asked } = await runWith(
      [...KEY, '--content', 'user:\nHi\n'],
      [...ofPrompt({ branch }), json({ data: { commitText: { commit: commitAnswer(1) } } })],
    )
    expect([code, out]).toEqual([0, 'Committed 1.0.1 of tasks-general-a (1111111).\n'])
    expect(asked.at(-1)?.variables).toEqual({
      input: {
        branchId: 'b',
        expectedHead: 'h',
        message: 'Better',
        changeType: 'FIX',
        content: 'user:\nHi\n',
      },
    })
  })

  it('commits the live text where none is given', async () => {
    const { asked } = await runWith(KEY, [
      ...ofPrompt({ branch }),
      json({ data: { commitCreate: { commit: commitAnswer(1) } } }),
    ])
    expect(asked.at(-1)?.query).toContain('commitCreate')
    expect(asked.at(-1)?.variables.input).not.toHaveProperty('content')
  })

  it('says why it is refused', async () => {
    const message = 'main is protected: it takes commits by change request only.'
    const refused = json({ data: { commitText: { code: 'CONFLICT', message } } })
    expect(await runWith([...KEY, '--content', 'x'], [...ofPrompt({ branch }), refused])).toMatchObject({
      code: 1,
      err: `${message}\n`,
    })
  })

  it('fails for a branch or a file there is not', async () => {
    expect(await runWith([...KEY, '--branch', 'x'], ofPrompt({ branch: null }))).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no branch "x"'),
    })
    expect(await runWith([...KEY, '--content', '@/no/such/file'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('there is no such file'),
      asked: [],
    })
  })
})
