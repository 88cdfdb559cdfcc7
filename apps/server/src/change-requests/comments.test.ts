import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lineOf } from './line-of.ts'
import { changeComments } from './tables.ts'
import { FIRST, startWorld, type World } from './test-world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.server.close())

/** A change request that changes the second line. */
async function request() {
  const setting = await world.setting()
  const { id } = await world.open(setting.feature)
  return { ...setting, id: id as string }
}

describe('comments', () => {
  it('stand on the whole, on a line of either side, and in threads of one level', async () => {
    const { team } = world
    const { id, main, feature } = await request()
    const whole = await world.comment(team.reviewer, id)
    const onHead = await world.comment(team.reviewer, id, {
      anchor: { commit: feature.head, side: 'HEAD', line: 2 },
    })
    const onBase = await world.comment(team.developer, id, {
      anchor: { commit: main.head, side: 'BASE', line: 2 },
    })
    expect([whole.comment.anchor, onHead.comment.anchor, onBase.comment.anchor]).toEqual([
      null,
      { excerpt: 'one, changed', currentLine: 2 },
      { excerpt: 'one', currentLine: 2 },
    ])
    const answer = await world.comment(team.developer, id, { replyToId: onHead.comment.id })
    const second = await world.comment(team.reviewer, id, { replyToId: answer.comment.id })
    expect(answer.comment.replyTo).toEqual({ id: onHead.comment.id })
    expect(second.comment.replyTo).toEqual({ id: onHead.comment.id })
    const { comments } = await world.see(id)
    expect(comments.map((comment: { id: string }) => comment.id)).toEqual(
      [whole, onHead, onBase, answer, second].map(({ comment }) => comment.id),
    )
  })

  it('follow their line while others come and go, and are outdated when it changed', async () => {
    const { team } = world
    const { id, main, feature } = await request()
    const at = (commit: string, side: string, line: number) =>
      world.comment(team.reviewer, id, { anchor: { commit, side, line } })
    await at(feature.head, 'HEAD', 2)
    await at(feature.head, 'HEAD', 4)
    await at(main.head, 'BASE', 4)
    await world.commit(feature, FIRST.replace('user:\none', 'user:\nzero\none, again'))
    const lines = async () =>
      (await world.see(id)).comments.map(
        ({ outdated, anchor }: { outdated: boolean; anchor: { currentLine: number | null } }) => [
          outdated,
          anchor.currentLine,
        ],
      )
    expect(await lines()).toEqual([
      [true, null],
      [false, 5],
      [false, 4],
    ])
    // Main moves: the base stays until main is merged into the source.
    await world.commit(main, `intro\n${FIRST}`)
    expect(await lines()).toEqual([
      [true, null],
      [false, 5],
      [false, 4],
    ])
    await world.must(team.developer, 'branchMerge', { branchId: feature.id, from: 'main' }, 'outcome')
    expect(await lines()).toEqual([
      [true, null],
      [false, 6],
      [false, 5],
    ])
  })

  it('are refused at lines and commits that are not there', async () => {
    const { team } = world
    const { id, prompt, main, feature } = await request()
    const elsewhere = await world.createBranch(prompt, 'experiment/odd')
    await world.commit(elsewhere, FIRST.replace('three', 'odd'))
    for (const [anchor, path] of [
      [{ commit: feature.head, side: 'HEAD', line: 0 }, 'anchor.line'],
      [{ commit: feature.head, side: 'HEAD', line: -3 }, 'anchor.line'],
      [{ commit: feature.head, side: 'HEAD', line: 7 }, 'anchor.line'],
      [{ commit: main.head, side: 'BASE', line: 2147483647 }, 'anchor.line'],
      [{ commit: elsewhere.head, side: 'HEAD', line: 1 }, 'anchor.commit'],
      [{ commit: '0'.repeat(64), side: 'HEAD', line: 1 }, 'anchor.commit'],
      [{ commit: '__proto__', side: 'HEAD', line: 1 }, 'anchor.commit'],
      [{ commit: '', side: 'BASE', line: 1 }, 'anchor.commit'],
    ] as const) {
      const result = await world.comment(team.reviewer, id, { anchor })
      expect([result.__typename, result.issues?.[0].path]).toEqual(['ValidationError', path])
    }
    expect((await world.see(id)).comments).toEqual([])
  })

  it('answer comments of the same change request only, and without a line of their own', async () => {
    const { team } = world
    const [one, other] = [await request(), await request()]
    const { comment } = await world.comment(team.reviewer, other.id)
    expect((await world.comment(team.reviewer, one.id, { replyToId: comment.id })).__typename).toBe(
      'NotFoundError',
    )
    const both = {
      replyToId: comment.id,
      anchor: { commit: other.feature.head, side: 'HEAD', line: 1 },
    }
    expect((await world.comment(team.reviewer, other.id, both)).__typename).toBe('ValidationError')
  })

  it('are text, whatever they look like, and of some length', async () => {
    const { team } = world
    const { id } = await request()
    const hostile = '<script>alert(1)</script> [x](javascript:alert(1)) __proto__ {{{constructor}}} %_\\'
    expect((await world.comment(team.reviewer, id, { body: hostile })).__typename).toContain('Payload')
    for (const body of ['', ' \n ', 'x'.repeat(20_001), 'NUL \u0000', 'half \udfff']) {
      expect((await world.comment(team.reviewer, id, { body })).__typename).toBe('ValidationError')
    }
    expect((await world.see(id)).comments).toMatchObject([{ body: hostile }])
  })

  it('are edited by who wrote them', async () => {
    const { team } = world
    const { id } = await request()
    const { comment } = await world.comment(team.reviewer, id)
    const edit = (visitor: typeof team.admin, body: string) =>
      world.mutate(visitor, 'changeCommentEdit', { id: comment.id, body }, 'comment { body editedAt }')
    expect((await edit(team.admin, 'Mine now')).__typename).toBe('ForbiddenError')
    expect((await edit(team.reviewer, ' ')).__typename).toBe('ValidationError')
    expect((await edit(team.reviewer, 'Better')).comment).toMatchObject({
      body: 'Better',
      editedAt: expect.any(String),
    })
  })

  it('are resolved by thread, by those who may comment, and by who asked or wrote', async () => {
    const { team } = world
    const { id } = await request()
    const { comment } = await world.comment(team.reviewer, id)
    const answer = await world.comment(team.developer, id, { replyToId: comment.id })
    const resolve = (visitor: typeof team.admin, resolved: boolean, which = comment.id) =>
      world.mutate(
        visitor,
        'changeCommentResolve',
        { id: which, resolved },
        'comment { resolvedAt resolvedBy { id } }',
      )
    expect((await resolve(team.viewer, true)).__typename).toBe('ForbiddenError')
    const done = await resolve(team.developer, true)
    expect(done.comment.resolvedBy).toEqual({ id: team.developer.userId })
    // Resolved is resolved: the first keeps the honour.
    expect((await resolve(team.admin, true)).comment).toEqual(done.comment)
    expect((await resolve(team.admin, false)).comment).toEqual({ resolvedAt: null, resolvedBy: null })
    expect((await resolve(team.admin, true, answer.comment.id)).__typename).toBe('ValidationError')
  })

  it('are resolved by the author of the change, also when they may not comment any more', async () => {
    const { team, server } = world
    const author = await server.person('developer', team.library.libraryId)
    const { feature } = await world.setting()
    const { id } = await world.open(feature, author)
    const { comment } = await world.comment(team.reviewer, id)
    const members = await team.admin.query(
      'query ($slug: String!) { library(slug: $slug) { members(last: 5) { edges { node { id user { email } } } } } }',
      { slug: team.slug },
    )
    const member = members.data.library.members.edges.find(
      (edge: { node: { user: { email: string } } }) => edge.node.user.email === author.email,
    ).node
    await world.must(team.admin, 'memberUpdate', { id: member.id, level: 'VIEWER' }, '__typename')
    expect((await world.comment(author, id)).__typename).toBe('ForbiddenError')
    const input = { id: comment.id, resolved: true }
    expect((await world.mutate(author, 'changeCommentResolve', input)).__typename).toBe(
      'ChangeCommentResolvePayload',
    )
    expect((await world.mutate(team.stranger, 'changeCommentResolve', input)).__typename).toBe(
      'NotFoundError',
    )
  })

  it('end at 500, and go on after a change request ended', async () => {
    const { team, server } = world
    const { id } = await request()
    const { comment } = await world.comment(team.reviewer, id)
    await world.must(team.developer, 'changeRequestClose', { id }, '__typename')
    const [first] = (await server.database.db.select().from(changeComments)).filter((row) =>
      Buffer.from(comment.id, 'base64url').toString().endsWith(row.id),
    )
    const more = Array.from({ length: 498 }, () => ({ ...first!, id: crypto.randomUUID() }))
    await server.database.db.insert(changeComments).values(more)
    expect((await world.comment(team.reviewer, id)).__typename).toContain('Payload')
    expect(await world.comment(team.reviewer, id)).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('500'),
    })
  })
})

describe('the line beside a comment', () => {
  it('is the line, or nothing, or the beginning of a very long one', () => {
    expect([1, 2, 3, 0, -1, 1.5].map((line) => lineOf('a\nb\n', line))).toEqual([
      'a',
      'b',
      null,
      null,
      null,
      null,
    ])
    expect([lineOf('a\n\n', 2), lineOf('', 1), lineOf('a', 1)]).toEqual(['', null, 'a'])
    const long = lineOf('😀'.repeat(400), 1)!
    expect([long.length, long.isWellFormed(), long.endsWith('…')]).toEqual([499, true, true])
  })
})
