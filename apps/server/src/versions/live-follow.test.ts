import { and, eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { joinRoom, type RoomClient } from '../testing/room-client.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'
import { branches } from './tables.ts'
import { type TestBranch, testHistory } from './test-history.ts'
import { outcomeOf } from './test-outcome.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team()
})
afterAll(() => server.close())

const text = (paragraphs: Record<number, string> = {}) =>
  `user:\n${Array.from({ length: 6 }, (_, n) => `${paragraphs[n] ?? `Paragraph ${n}`}\n`).join('\n')}`

async function setting(content = text()) {
  const prompt = await testHistory(server, team, content)
  await prompt.commit(prompt.main, content)
  return { prompt, main: prompt.main }
}

const join = (branch: TestBranch, person = team.developer) =>
  joinRoom({ url: server.url, cookie: person.cookie() }, `${branch.libraryId}.${branch.documentId}`)

/** Resolves when a text here is the one expected. */
function until(client: RoomClient, expected: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (client.text.toString() !== expected) return
      client.text.unobserve(look)
      resolve()
    }
    client.text.observe(look)
    look()
  })
}

function replace(client: RoomClient, old: string, by: string): void {
  client.edit((ytext) => {
    const at = ytext.toString().indexOf(old)
    if (at < 0) throw new Error(`"${old}" is not in the text`)
    ytext.delete(at, old.length)
    ytext.insert(at, by)
  })
}

/** A cursor as the editor keeps it, and the text behind it. */
function cursorAt(client: RoomClient, before: string) {
  const at = client.text.toString().indexOf(before)
  const position = Y.createRelativePositionFromTypeIndex(client.text, at)
  return () => {
    const found = Y.createAbsolutePositionFromRelativePosition(position, client.doc)!
    return client.text.toString().slice(found.index, found.index + before.length)
  }
}

const live = async ({ libraryId, documentId }: TestBranch) =>
  (await server.features.collaboration.read(libraryId, documentId)).text

async function stateOf(branch: TestBranch, visitor = team.developer) {
  const answer = await visitor.query(
    `query ($id: ID!) { node(id: $id) { ... on Branch { conflicts { id start end base ours theirs theirsName choice }
      commitRule { allowed remedy } document { content uncommitted { changed contributors { id } } } } } }`,
    { id: branch.id },
  )
  return answer.data.node
}
const resolve = (id: string, choice: string | null) =>
  outcomeOf(team.developer, 'conflictResolve', { id, choice }, 'branch { document { content } }')

describe('a head that moves while people write', () => {
  it('comes to everybody as an ordinary edit: cursors, undo and uncommitted text stay', async () => {
    const { prompt, main } = await setting()
    const feature = await prompt.branch('feature/a')
    await prompt.commit(feature, text({ 4: 'From the branch' }))
    const [ann, ben] = [await join(main), await join(main, team.admin)]
    const undo = new Y.UndoManager(ann.text)
    replace(ann, 'Paragraph 1', 'Typed by Ann')
    replace(ben, 'Paragraph 2', 'Typed by Ben')
    const typed = { 1: 'Typed by Ann', 2: 'Typed by Ben' }
    await Promise.all([until(ann, text(typed)), until(ben, text(typed)), ann.saved(), ben.saved()])
    const cursors = [cursorAt(ann, 'Ann'), cursorAt(ben, 'Paragraph 5')]

    await prompt.merge(feature, main)

    const after = text({ ...typed, 4: 'From the branch' })
    await Promise.all([until(ann, after), until(ben, after)])
    expect(cursors.map((cursor) => cursor())).toEqual(['Ann', 'Paragraph 5'])
    const state = await stateOf(main)
    expect(state.conflicts).toEqual([])
    expect(state.document.uncommitted.changed).toBe(true)
    expect(new Set(state.document.uncommitted.contributors.map(({ id }: { id: string }) => id))).toEqual(
      new Set([team.developer.userId, team.admin.userId]),
    )

    undo.undo()
    await until(ben, text({ 2: 'Typed by Ben', 4: 'From the branch' }))
    await ann.saved()
    const done = await prompt.commit(main, text({ 2: 'Typed by Ben', 4: 'From the branch' }))
    expect(done.version).toBe('1.0.2')
    ann.destroy()
    ben.destroy()
  })

  it('leaves conflicts in place, beside the text that stands there, where everybody finds them', async () => {
    const { prompt, main } = await setting()
    const feature = await prompt.branch('feature/a')
    await prompt.commit(feature, text({ 1: 'Branch 1', 3: 'Branch 3', 5: 'Branch 5' }))
    const ann = await join(main)
    replace(ann, 'Paragraph 1', 'Live 1')
    replace(ann, 'Paragraph 3', 'Live 3')
    await ann.saved()
    await prompt.merge(feature, main)
    await until(ann, text({ 1: 'Live 1', 3: 'Live 3', 5: 'Branch 5' }))
    const { conflicts, commitRule } = await stateOf(main)
    expect(conflicts).toMatchObject([
      {
        base: 'Paragraph 1\n',
        ours: 'Live 1\n',
        theirs: 'Branch 1\n',
        theirsName: 'main 1.0.1',
        choice: null,
      },
      { base: 'Paragraph 3\n', ours: 'Live 3\n', theirs: 'Branch 3\n' },
    ])
    expect(commitRule).toEqual({ allowed: false, remedy: 'RESOLVE' })
    // What the API gives as positions is what an editor finds in its own copy, also after more was typed.
    replace(ann, 'user:\n', 'system:\nBefore it all\nuser:\n')
    replace(ann, 'Live 3', 'Live 3, and longer')
    const places = conflicts.map(({ start, end }: { start: string; end: string }) => {
      const [from, to] = [start, end].map(
        (position) =>
          Y.createAbsolutePositionFromRelativePosition(
            Y.decodeRelativePosition(Buffer.from(position, 'base64')),
            ann.doc,
          )!.index,
      )
      return ann.text.toString().slice(from, to)
    })
    expect(places).toEqual(['Live 1\n', 'Live 3, and longer\n'])
    ann.destroy()
  })

  it('its conflicts are settled by ours, theirs, both or by hand, one after the other, while people write', async () => {
    const numbers = [0, 1, 2, 3]
    const said = (who: string) => Object.fromEntries(numbers.map((n) => [n, `${who} ${n}`]))
    const { prompt, main } = await setting()
    const feature = await prompt.branch('feature/a')
    await prompt.commit(feature, text(said('Branch')))
    const ann = await join(main)
    for (const n of numbers) replace(ann, `Paragraph ${n}`, `Live ${n}`)
    await ann.saved()
    await prompt.merge(feature, main)
    const { conflicts } = await stateOf(main)
    expect(conflicts).toHaveLength(4)
    replace(ann, 'Live 3', 'Written 3')
    await ann.saved()
    const choices = ['OURS', 'THEIRS', 'BOTH', 'WRITTEN']
    for (const [n, choice] of choices.entries()) await resolve(conflicts[n].id, choice)
    const settled = text({ 0: 'Live 0', 1: 'Branch 1', 2: 'Live 2\nBranch 2', 3: 'Written 3' })
    await until(ann, settled)
    expect((await stateOf(main)).conflicts.map(({ choice }: { choice: string }) => choice)).toEqual(choices)
    const committed = await prompt.commit(main, settled)
    expect(committed.version).toBe('1.0.2')
    expect((await stateOf(main)).conflicts).toEqual([])
    ann.destroy()
  })

  it('two people who settle the same place at once leave one text, not two', async () => {
    const { prompt, main } = await setting()
    const feature = await prompt.branch('feature/a')
    await prompt.commit(feature, text({ 2: 'Branch' }))
    await server.features.collaboration.edit(main.libraryId, main.documentId, text({ 2: 'Live' }), {
      id: team.developer.userId,
    })
    await prompt.merge(feature, main)
    const [{ id }] = (await stateOf(main)).conflicts
    await Promise.all([resolve(id, 'THEIRS'), resolve(id, 'BOTH'), resolve(id, 'THEIRS')])
    const [{ choice }] = (await stateOf(main)).conflicts
    expect(await live(main)).toBe(text({ 2: choice === 'BOTH' ? 'Live\nBranch' : 'Branch' }))
  })

  it('a later move of the head that meets the same place again stands in for the earlier conflict', async () => {
    const { prompt, main } = await setting()
    const feature = await prompt.branch('feature/a')
    await server.features.collaboration.edit(main.libraryId, main.documentId, text({ 2: 'Live' }), {
      id: team.developer.userId,
    })
    await prompt.commit(feature, text({ 2: 'First' }))
    await prompt.merge(feature, main)
    await prompt.commit(feature, text({ 2: 'Second', 4: 'Else' }))
    await prompt.merge(feature, main)
    const { conflicts, document } = await stateOf(main)
    expect(document.content).toBe(text({ 2: 'Live', 4: 'Else' }))
    expect(conflicts).toMatchObject([
      { base: 'First\n', ours: 'Live\n', theirs: 'Second\n', theirsName: 'main 1.0.2' },
    ])
  })

  it('nobody who only moved it becomes a contributor', async () => {
    const { prompt, main } = await setting()
    const first = await prompt.ask('commit(ref: "1.0.0") { id }')
    await prompt.commit(main, text({ 1: 'Second' }))
    await outcomeOf(team.admin, 'commitRollback', { commitId: first.commit.id, reason: 'Back' })
    const state = await stateOf(main)
    expect(state.document).toEqual({ content: text(), uncommitted: { changed: false, contributors: [] } })
  })
})

describe('an end of the process between a merge and its arrival in the live text', () => {
  /** As it is when the process ends right after the transaction that moved the head. */
  async function behind() {
    const { prompt, main } = await setting()
    const old = main.head
    await prompt.commit(main, text({ 1: 'Committed' }))
    const { libraryId, documentId } = main
    await server.features.collaboration.edit(libraryId, documentId, text({ 3: 'Not committed' }), {
      id: team.admin.userId,
    })
    await server.database.db
      .update(branches)
      .set({ liveCommitId: old })
      .where(and(eq(branches.libraryId, libraryId), eq(branches.documentId, documentId)))
    return { prompt, main }
  }
  const both = text({ 1: 'Committed', 3: 'Not committed' })

  it('is healed by the next who looks at the proposal', async () => {
    const { main } = await behind()
    const answer = await team.developer.query(
      'query ($id: ID!) { node(id: $id) { ... on Branch { proposal { content changed } } } }',
      { id: main.id },
    )
    expect(answer.data.node.proposal).toEqual({ content: both, changed: true })
  })

  it('is healed by the next who commits: what was merged is not lost', async () => {
    const { main } = await behind()
    const done = await outcomeOf(
      team.developer,
      'commitCreate',
      { branchId: main.id, expectedHead: main.head, message: 'x', changeType: 'FIX' },
      'commit { content authors { id } }',
    )
    expect(done.commit).toEqual({
      content: both,
      authors: [{ id: team.developer.userId }, { id: team.admin.userId }],
    })
  })

  it('when the text had arrived already, nothing stands there twice', async () => {
    const { main } = await behind()
    await server.features.collaboration.edit(main.libraryId, main.documentId, both, {
      id: team.admin.userId,
    })
    await team.developer.query(
      'query ($id: ID!) { node(id: $id) { ... on Branch { proposal { changed } } } }',
      {
        id: main.id,
      },
    )
    expect(await live(main)).toBe(both)
  })

  it('a merge to be resolved that had not arrived arrives', async () => {
    const { prompt } = await setting()
    const [ours, theirs] = [await prompt.branch('feature/a'), await prompt.branch('feature/b')]
    await prompt.commit(ours, text({ 1: 'Ours' }))
    await prompt.commit(theirs, text({ 1: 'Theirs', 4: 'Too' }))
    await outcomeOf(team.developer, 'branchMerge', { branchId: ours.id, from: 'feature/b', resolve: true })
    const { libraryId, documentId } = ours
    // Everything but the note of the merge itself is undone.
    await server.features.collaboration.edit(libraryId, documentId, text({ 1: 'Ours' }), {
      id: team.developer.userId,
    })
    await server.database.db.execute(sql`delete from document_conflicts where document_id = ${documentId}`)
    await server.database.db.execute(sql`update branch_merges set text_before = null, text_after = null
      where branch_id in (select id from branches where document_id = ${documentId})`)
    const refused = await outcomeOf(team.developer, 'commitCreate', {
      branchId: ours.id,
      expectedHead: ours.head,
      message: 'x',
      changeType: 'FIX',
    })
    expect(refused).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('settled'),
    })
    expect(await stateOf(ours)).toMatchObject({
      conflicts: [{ ours: 'Ours\n', theirs: 'Theirs\n' }],
      document: { content: text({ 1: 'Ours', 4: 'Too' }) },
    })
  })
})

describe('whatever people write and whatever is merged', () => {
  type Edit = { readonly at: number; readonly kind: 'replace' | 'insert' | 'delete' }
  const LINES = 8
  const edit = fc.record<Edit>({
    at: fc.nat(LINES - 1),
    kind: fc.constantFrom('replace', 'insert', 'delete'),
  })
  const base = Array.from({ length: LINES }, (_, n) => `Line number ${n} says something of its own`)

  /** Lines after edits; each writes a word that occurs nowhere else. */
  function edited(edits: readonly Edit[], who: string) {
    const lines: (string | null)[] = [...base]
    const words: string[] = []
    for (const [n, { at, kind }] of edits.entries()) {
      const word = `${who}word${n}x`
      if (kind === 'delete') lines[at] = null
      else if (kind === 'replace') lines[at] = `${word} in place of line ${at}`
      else lines[at] = `${lines[at] ?? ''}\n${word} after line ${at}`
    }
    const content = `user:\n${lines.filter((line) => line !== null).join('\n')}\n`
    for (const [n] of edits.entries()) if (content.includes(`${who}word${n}x`)) words.push(`${who}word${n}x`)
    return { content, words }
  }

  it('nothing typed is lost, and nothing merged goes unseen', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        async (typedEdits, mergedEdits) => {
          const start = `user:\n${base.join('\n')}\n`
          const typed = edited(typedEdits, 'typed')
          const merged = edited(mergedEdits, 'merged')
          fc.pre(merged.content !== start)
          const { prompt, main } = await setting(start)
          const feature = await prompt.branch('feature/a')
          await prompt.commit(feature, merged.content)
          await server.features.collaboration.edit(main.libraryId, main.documentId, typed.content, {
            id: team.developer.userId,
          })
          await prompt.merge(feature, main)
          const { conflicts, document } = await stateOf(main)
          for (const word of typed.words) expect(document.content).toContain(word)
          const offered = conflicts.map(({ theirs }: { theirs: string }) => theirs).join('')
          for (const word of merged.words) expect(document.content + offered).toContain(word)
          for (const { id } of conflicts) await resolve(id, 'BOTH')
          const settled = await live(main)
          for (const word of [...typed.words, ...merged.words]) expect(settled).toContain(word)
        },
      ),
      { numRuns: 25 },
    )
  })
})
