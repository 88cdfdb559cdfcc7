import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chainEntry, GENESIS_HASH } from './chain-entry.ts'
import type { AuditBody, AuditEntry } from './entry.ts'
import { hashEntry } from './hash-entry.ts'
import { hashState } from './hash-state.ts'
import { verifyChain } from './verify-chain.ts'

const word = fc.string({ maxLength: 8 })
const stateHash = fc.option(fc.nat().map((n) => hashState(n)))
const body: fc.Arbitrary<AuditBody> = fc.record({
  libraryId: fc.constant('library-1'),
  at: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  actor: fc.record({ kind: fc.constantFrom('user', 'key', 'system'), id: word, name: word }),
  action: word,
  subject: fc.record({ type: word, id: word, label: word }),
  beforeHash: stateHash,
  afterHash: stateHash,
  details: fc.dictionary(word, fc.oneof(word, fc.integer(), fc.boolean())),
})
const chain = fc.array(body, { minLength: 1, maxLength: 8 }).map(chained)
/** A chain and an index into it. */
const chainAndIndex = chain.chain((entries) =>
  fc.tuple(fc.constant(entries), fc.nat({ max: entries.length - 1 })),
)

function chained(bodies: readonly AuditBody[]): AuditEntry[] {
  const entries: AuditEntry[] = []
  for (const body of bodies) entries.push(chainEntry(entries.at(-1) ?? null, body))
  return entries
}

/** Every leaf of an entry, as a way to change it. */
const CHANGES: Record<string, (entry: AuditEntry) => AuditEntry> = {
  libraryId: (entry) => ({ ...entry, libraryId: 'library-2' }),
  seq: (entry) => ({ ...entry, seq: entry.seq + 1 }),
  at: (entry) => ({ ...entry, at: new Date(Date.parse(entry.at) === 0 ? 1 : 0).toISOString() }),
  'actor.kind': (entry) => ({
    ...entry,
    actor: { ...entry.actor, kind: entry.actor.kind === 'user' ? 'key' : 'user' },
  }),
  'actor.id': (entry) => ({ ...entry, actor: { ...entry.actor, id: `${entry.actor.id}x` } }),
  'actor.name': (entry) => ({ ...entry, actor: { ...entry.actor, name: `${entry.actor.name}x` } }),
  action: (entry) => ({ ...entry, action: `${entry.action}x` }),
  'subject.type': (entry) => ({ ...entry, subject: { ...entry.subject, type: `${entry.subject.type}x` } }),
  'subject.id': (entry) => ({ ...entry, subject: { ...entry.subject, id: `${entry.subject.id}x` } }),
  'subject.label': (entry) => ({ ...entry, subject: { ...entry.subject, label: `${entry.subject.label}x` } }),
  beforeHash: (entry) => ({ ...entry, beforeHash: entry.beforeHash === null ? hashState(0) : null }),
  afterHash: (entry) => ({ ...entry, afterHash: entry.afterHash === null ? hashState(0) : null }),
  details: (entry) => ({ ...entry, details: { was: entry.details } }),
  previousHash: (entry) => ({ ...entry, previousHash: hashState('other') }),
  hash: (entry) => ({ ...entry, hash: hashState('other') }),
}

describe('audit chain', () => {
  it('verifies what was chained', () => {
    fc.assert(
      fc.property(chain, (entries) => {
        const last = entries.at(-1)
        expect(verifyChain(entries)).toEqual({
          ok: true,
          count: entries.length,
          head: { seq: last?.seq, hash: last?.hash },
        })
      }),
    )
    expect(verifyChain([])).toEqual({ ok: true, count: 0, head: null })
  })

  it('begins at 1, after the genesis hash', () => {
    fc.assert(
      fc.property(body, (body) => {
        expect(chainEntry(null, body)).toMatchObject({ seq: 1, previousHash: GENESIS_HASH })
      }),
    )
  })

  it('survives a store that orders keys in its own way and adds columns', () => {
    fc.assert(
      fc.property(chain, (entries) => {
        const stored = entries.map(
          (entry) =>
            ({ id: 'row', ...Object.fromEntries(Object.entries(entry).reverse()) }) as unknown as AuditEntry,
        )
        expect(verifyChain(stored).ok).toBe(true)
      }),
    )
  })

  it.each(Object.keys(CHANGES))('a changed %s is found, and where', (field) => {
    fc.assert(
      fc.property(chainAndIndex, ([entries, index]) => {
        const tampered = entries.map((entry, at) =>
          at === index ? (CHANGES[field]?.(entry) ?? entry) : entry,
        )
        expect(verifyChain(tampered)).toMatchObject({ ok: false, seq: index + 1 })
      }),
    )
  })

  it('a changed entry with a hash of its own breaks the link of the next one', () => {
    fc.assert(
      fc.property(chainAndIndex, ([entries, index]) => {
        fc.pre(index + 1 < entries.length)
        const tampered = entries.map((entry, at) => {
          if (at !== index) return entry
          const changed = { ...entry, action: `${entry.action}x` }
          return { ...changed, hash: hashEntry(changed) }
        })
        expect(verifyChain(tampered)).toMatchObject({ ok: false, seq: index + 2, fault: 'link' })
      }),
    )
  })

  it('a removed entry is found', () => {
    fc.assert(
      fc.property(chainAndIndex, ([entries, index]) => {
        fc.pre(index + 1 < entries.length)
        expect(verifyChain(entries.toSpliced(index, 1))).toMatchObject({
          ok: false,
          seq: index + 1,
          fault: 'order',
        })
      }),
    )
  })

  it('an inserted entry is found: at its place when it is a copy, at the next when it was made to fit', () => {
    fc.assert(
      fc.property(chainAndIndex, body, ([entries, index], extra) => {
        const copy = entries.toSpliced(index, 0, entries[index] as AuditEntry)
        expect(verifyChain(copy)).toMatchObject({ ok: false, seq: index + 2, fault: 'order' })
        const fitted = entries.toSpliced(index, 0, chainEntry(entries[index - 1] ?? null, extra))
        expect(verifyChain(fitted)).toMatchObject({ ok: false, seq: index + 2, fault: 'order' })
      }),
    )
  })

  it('two entries changing places are found', () => {
    fc.assert(
      fc.property(chainAndIndex, ([entries, index]) => {
        fc.pre(index + 1 < entries.length)
        const swapped = entries
          .with(index, entries[index + 1] as AuditEntry)
          .with(index + 1, entries[index] as AuditEntry)
        expect(verifyChain(swapped)).toMatchObject({ ok: false, seq: index + 1, fault: 'order' })
      }),
    )
  })

  it('entries cut off the end are found when the head is known', () => {
    fc.assert(
      fc.property(chainAndIndex, ([entries, index]) => {
        const head = entries.at(-1) ?? null
        expect(verifyChain(entries, { expectedHead: head }).ok).toBe(true)
        expect(verifyChain(entries.slice(0, index), { expectedHead: head })).toMatchObject({
          ok: false,
          seq: index + 1,
          fault: 'end',
        })
      }),
    )
  })

  it('a later part verifies after the link before it', () => {
    fc.assert(
      fc.property(chainAndIndex, ([entries, index]) => {
        const startAfter = entries[index - 1] ?? null
        expect(verifyChain(entries.slice(index), { startAfter }).ok).toBe(true)
        if (startAfter)
          expect(verifyChain(entries.slice(index))).toMatchObject({ ok: false, seq: 1, fault: 'order' })
      }),
    )
  })

  it('an entry of another library is found', () => {
    fc.assert(
      fc.property(body, body, (one, two) => {
        const first = chainEntry(null, one)
        const stranger = chainEntry(first, { ...two, libraryId: 'library-2' })
        expect(verifyChain([first, stranger])).toMatchObject({ ok: false, seq: 2, fault: 'library' })
      }),
    )
  })

  it('an entry that lost a field is found, not thrown at', () => {
    fc.assert(
      fc.property(body, (body) => {
        const { actor: _, ...rest } = chainEntry(null, body)
        expect(verifyChain([rest as AuditEntry])).toMatchObject({ ok: false, seq: 1, fault: 'hash' })
        expect(
          verifyChain([{ ...rest, actor: body.actor, details: undefined } as unknown as AuditEntry]).ok,
        ).toBe(false)
      }),
    )
  })

  it('refuses times and numbers that would not come back from a store as they went in', () => {
    const [good] = fc.sample(body, 1) as [AuditBody]
    expect(() => chainEntry(null, { ...good, at: '2026-01-31T09:30:00Z' })).toThrow(RangeError)
    expect(() => chainEntry(null, { ...good, at: 'yesterday' })).toThrow(RangeError)
    expect(() => chainEntry({ seq: 0, hash: GENESIS_HASH }, good)).toThrow(RangeError)
    expect(() => chainEntry(null, { ...good, details: undefined as unknown as null })).toThrow(TypeError)
  })
})
