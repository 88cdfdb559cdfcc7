import { describe, expect, it } from 'vitest'
import { checkedMapping } from './mapping.ts'
import { createRowPlanner } from './plan-row.ts'

const COLUMNS = ['name', 'content', 'category', 'subcategory', 'tags', 'description']

function plan(rows: readonly (readonly string[])[], defaultCategory: string | null = null) {
  const mapping = checkedMapping(COLUMNS, {
    name: 'name',
    content: 'content',
    category: 'category',
    subcategory: 'subcategory',
    tags: 'tags',
    description: 'description',
    defaultCategory,
  })
  const next = createRowPlanner(mapping, COLUMNS.length)
  return rows.map((cells, index) =>
    next({
      row: index + 1,
      line: index + 2,
      cells: [...cells, ...Array(COLUMNS.length - cells.length).fill('')],
    }),
  )
}

const keysOf = (rows: readonly (readonly string[])[]) =>
  plan(rows).map((result) => (result.ok ? result.row.key : result.problem.message))

describe('a row', () => {
  it('becomes a prompt, its content changed in nothing but line ends', () => {
    const [result] = plan([
      [
        '  Code\nreview ',
        ' Look at this.\r\nThen\rthat.\n\n',
        'Templates',
        'For Teams',
        'Code; Review, code,',
        ' d ',
      ],
    ])
    expect(result).toMatchObject({
      ok: true,
      row: {
        key: 'templates-for-teams-code-review',
        name: 'Code review',
        content: ' Look at this.\nThen\nthat.\n\n',
        lineEndings: 2,
        tags: ['code', 'review'],
        description: 'd',
        owner: '',
      },
    })
  })

  it('takes its own category, else the default, else what its content suggests', () => {
    expect(
      plan(
        [
          ['a', 'x', 'system'],
          ['b', 'x'],
        ],
        'guardrails',
      ).map((result) => result.ok && result.row.category),
    ).toEqual(['system', 'guardrails'])
    expect(
      plan([
        ['a', 'Act as a pirate'],
        ['b', 'x'],
      ]).map((result) => result.ok && result.row.category),
    ).toEqual(['agents', 'tasks'])
  })

  it('gets a number in its key when the key is taken in the file, the same in every run', () => {
    const rows = [
      ['A', 'x'],
      ['a!', 'y'],
      ['A 2', 'z'],
      ['A', 'w'],
    ]
    const keys = ['tasks-general-a', 'tasks-general-a-2', 'tasks-general-a-2-2', 'tasks-general-a-3']
    expect(keysOf(rows)).toEqual(keys)
    expect(keysOf(rows)).toEqual(keys)
    expect(
      keysOf([
        ['中文', 'x'],
        ['日本', 'y'],
      ]),
    ).toEqual(['tasks-general-prompt', 'tasks-general-prompt-2'])
  })

  it('keeps names in keys to their length, also with a number', () => {
    const long = 'word '.repeat(40).slice(0, 180)
    const [first, second] = keysOf([
      [long, 'x'],
      [long, 'y'],
    ])
    expect(first!.length).toBeLessThanOrEqual('tasks-general-'.length + 60)
    expect(second!.length).toBeLessThanOrEqual('tasks-general-'.length + 60)
    expect(second!.endsWith('-2')).toBe(true)
  })

  it.each([
    ['without a name', [' ', 'x'], 'no name'],
    ['without content', ['a', ' \n'], 'no content'],
    ['with an unknown category', ['a', 'x', 'poems'], 'no category "poems"'],
    ['with a subcategory that cannot stand in a key', ['a', 'x', '', '日本'], 'no Latin letter'],
    ['with a NUL character', ['a', 'x\0y'], 'NUL'],
    ['with a long name', ['a'.repeat(201), 'x'], 'at most 200'],
    ['with too long a content', ['a', 'x'.repeat(1_000_001)], 'at most 1,000,000'],
    [
      'with too many tags',
      ['a', 'x', '', '', Array.from({ length: 21 }, (_, n) => `t${n}`).join()],
      '21 tags',
    ],
    ['with too long a tag', ['a', 'x', '', '', 't'.repeat(51)], 'more than 50'],
    ['with too many columns', ['a', 'x', '', '', '', '', 'more'], '7 columns, the header has 6'],
  ])('%s is refused, saying why', (_, cells, message) => {
    const mapping = checkedMapping(COLUMNS, {
      name: 'name',
      content: 'content',
      category: 'category',
      subcategory: 'subcategory',
      tags: 'tags',
    })
    const padded = [...cells, ...Array(Math.max(0, COLUMNS.length - cells.length)).fill('')]
    const result = createRowPlanner(mapping, COLUMNS.length)({ row: 1, line: 2, cells: padded })
    expect(result.ok ? '' : result.problem.message).toContain(message)
  })
})
