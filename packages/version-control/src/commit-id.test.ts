import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHANGE_TYPES } from './change-type.ts'
import { type CommitBody, commitId, verifyCommit } from './commit-id.ts'
import { contentHash } from './content-hash.ts'

const hash = fc.string().map(contentHash)
/** Strings that try to imitate other fields, and strings that are not well-formed. */
const tricky = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('a\nauthor "b"', '"', '\\"', '\ud800', '\udc00', '\ufffd', 'a', 'a\n'),
)
const commit: fc.Arbitrary<CommitBody> = fc.record({
  content: hash,
  parents: fc.uniqueArray(hash, { maxLength: 2 }),
  authors: fc.uniqueArray(tricky, { minLength: 1, maxLength: 3 }),
  createdAt: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  message: tricky,
  changeType: fc.constantFrom(...CHANGE_TYPES.map(({ type }) => type)),
})

const example: CommitBody = {
  content: contentHash('Sort tickets by urgency.\n'),
  parents: [],
  authors: ['user-1'],
  createdAt: '2026-01-31T09:30:00.000Z',
  message: 'Start',
  changeType: 'feature',
}

describe('commit ids', () => {
  it('ID1: is the SHA-256 of the documented text', () => {
    const text = [
      'incipit commit 1',
      `content ${example.content}`,
      'author "user-1"',
      'created 2026-01-31T09:30:00.000Z',
      'change feature',
      'message "Start"',
      '',
    ].join('\n')
    expect(commitId(example)).toBe(contentHash(text))
  })

  it('ID1: stays the same for ever', () => {
    expect(commitId(example)).toMatchInlineSnapshot(
      `"d98f0081c7a0117aeb5ec99d2e186372ef7ab66fb1f0cf108da1f0525929ec80"`,
    )
  })

  it('ID2: different commits have different ids', () => {
    const form = (body: CommitBody) => JSON.stringify({ ...body, authors: [...body.authors].sort() })
    fc.assert(
      fc.property(commit, commit, (a, b) => {
        expect(commitId(a) === commitId(b)).toBe(form(a) === form(b))
      }),
    )
  })

  it('ID2: changing any single field changes the id', () => {
    fc.assert(
      fc.property(
        commit,
        commit,
        fc.constantFrom(...(Object.keys(example) as (keyof CommitBody)[])),
        (a, b, field) => {
          fc.pre(
            JSON.stringify([...[a[field]].flat()].sort()) !== JSON.stringify([...[b[field]].flat()].sort()),
          )
          expect(verifyCommit(commitId(a), { ...a, [field]: b[field] })).toBe(false)
        },
      ),
    )
  })

  it('ID3: authors are a set, parents a list', () => {
    const [one, two] = [contentHash('1'), contentHash('2')]
    expect(commitId({ ...example, authors: ['b', 'a', 'b'] })).toBe(
      commitId({ ...example, authors: ['a', 'b'] }),
    )
    expect(commitId({ ...example, parents: [one, two] })).not.toBe(
      commitId({ ...example, parents: [two, one] }),
    )
  })

  it.each<[string, Partial<CommitBody>]>([
    ['a text in place of its hash', { content: 'Sort tickets' }],
    ['a parent that is no id', { parents: ['abc'] }],
    ['the same parent twice', { parents: [contentHash('1'), contentHash('1')] }],
    ['no author', { authors: [] }],
    ['a time without milliseconds', { createdAt: '2026-01-31T09:30:00Z' }],
    ['a time in another zone', { createdAt: '2026-01-31T09:30:00.000+01:00' }],
    ['a day that does not exist', { createdAt: '2026-02-30T09:30:00.000Z' }],
    ['an unknown change type', { changeType: 'other' as CommitBody['changeType'] }],
  ])('ID4: refuses %s', (_, part) => {
    expect(() => commitId({ ...example, ...part })).toThrow(RangeError)
    expect(verifyCommit(commitId(example), { ...example, ...part })).toBe(false)
  })
})
