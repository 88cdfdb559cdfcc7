import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addPrompts } from '../search/test-world.ts'
import { startTestServer, type TestServer, type Visitor } from '../testing/test-server.ts'
import { testHistory } from '../versions/test-history.ts'
import { outcomeOf } from '../versions/test-outcome.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team()
})
afterAll(() => server.close())

const including = (...keys: string[]) => `user:\n${keys.map((key) => `{{> ${key}}}`).join('\n')}\nHello\n`

/** A prompt whose committed text includes others. */
async function prompt(...keys: string[]) {
  const made = await testHistory(server, team, 'user:\nStart\n')
  await made.commit(made.main, including(...keys))
  return made
}

const EDGE = 'key version prompt { id }'

async function ask(visitor: Visitor, id: string, fields: string) {
  const answer = await visitor.query(`query ($id: ID!) { node(id: $id) { ... on Prompt { ${fields} } } }`, {
    id,
  })
  expect(answer.errors).toBeUndefined()
  return answer.data.node
}

async function library(
  visitor: Visitor,
  fields: string,
  variables: Record<string, unknown> = {},
  types = '',
) {
  const answer = await visitor.query(
    `query ($slug: String!${types}) { library(slug: $slug) { ${fields} } }`,
    {
      slug: team.slug,
      ...variables,
    },
  )
  return answer.data?.library ?? answer
}

const keysOf = (page: { edges: { node: { key: string } }[] }) => page.edges.map(({ node }) => node.key)

describe('includes', () => {
  it('are those of the text on main: each once, in order, missing ones too', async () => {
    const below = await prompt()
    const above = await prompt(below.key, `${below.key}@1.0.0`, 'tasks-general-nobody', below.key)
    expect((await ask(team.viewer, above.id, `includes { ${EDGE} }`)).includes).toEqual([
      { key: below.key, version: null, prompt: { id: below.id } },
      { key: below.key, version: '1.0.0', prompt: { id: below.id } },
      { key: 'tasks-general-nobody', version: null, prompt: null },
    ])
    await above.commit(above.main, 'user:\nAlone\n')
    expect((await ask(team.viewer, above.id, 'includes { key }')).includes).toEqual([])
  })

  it('may be as many as a text can hold', async () => {
    const keys = Array.from({ length: 15_000 }, (_, n) => `tasks-general-${n}`)
    const above = await prompt(...keys)
    const { includes } = await ask(team.viewer, above.id, 'includes { key }')
    expect(includes.map(({ key }: { key: string }) => key)).toEqual(keys)
    await above.commit(above.main, including())
    expect((await ask(team.viewer, above.id, 'includes { key }')).includes).toEqual([])
  })

  it('of a branch count once they are on main', async () => {
    const below = await prompt()
    const above = await prompt()
    const branch = await above.branch('feature/include')
    await above.commit(branch, including(below.key))
    expect((await ask(team.viewer, above.id, 'includes { key }')).includes).toEqual([])
    await above.merge(branch, above.main)
    expect((await ask(team.viewer, above.id, 'includes { key }')).includes).toEqual([{ key: below.key }])
  })

  it('refuse a cycle, naming the way round, and change nothing', async () => {
    const a = await prompt()
    const b = await prompt(a.key)
    const c = await prompt(b.key)
    for (const [closing, path] of [
      [c.key, `${a.key} → ${c.key} → ${b.key} → ${a.key}`],
      [a.key, `${a.key} → ${a.key}`],
    ] as const) {
      await server.features.collaboration.edit(a.main.libraryId, a.main.documentId, including(closing), {
        id: team.developer.userId,
      })
      const refused = await outcomeOf(
        team.developer,
        'commitCreate',
        { branchId: a.main.id, expectedHead: a.main.head, message: 'Round', changeType: 'FIX' },
        'commit { id }',
      )
      expect([refused.__typename, refused.message]).toEqual([
        'ConflictError',
        `These includes would go round in a circle: ${path}. Remove one of them; a prompt cannot include itself.`,
      ])
    }
    expect(await ask(team.viewer, a.id, 'includes { key } branch(name: "main") { head { hash } }')).toEqual({
      includes: [],
      branch: { head: { hash: a.main.head } },
    })
  })

  it('refuse a cycle that another key would close', async () => {
    const c = await prompt('tasks-general-yet-to-come')
    const b = await prompt(c.key)
    const a = await prompt(b.key)
    const renamed = (name: string) =>
      outcomeOf(team.developer, 'promptUpdate', { id: a.id, keyName: name }, 'prompt { key }')
    expect(await renamed('yet-to-come')).toMatchObject({
      __typename: 'ConflictError',
      message: `These includes would go round in a circle: tasks-general-yet-to-come → ${b.key} → ${c.key} → tasks-general-yet-to-come. Remove one of them; a prompt cannot include itself.`,
    })
    expect((await ask(team.viewer, a.id, 'key')).key).toBe(a.key)
    expect(await renamed('come-another-way')).toMatchObject({
      prompt: { key: 'tasks-general-come-another-way' },
    })
  })

  it('let one of two texts win that would close a cycle together', async () => {
    const [a, b] = [await prompt(), await prompt()]
    const outcomes = await Promise.allSettled([
      a.commit(a.main, including(b.key)),
      b.commit(b.main, including(a.key)),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('keep the included prompt from being archived and from getting another key', async () => {
    const below = await prompt()
    const above = await prompt(below.key)
    const archived = await outcomeOf(team.developer, 'promptArchive', { id: below.id }, 'prompt { id }')
    expect([archived.__typename, archived.message]).toEqual([
      'ConflictError',
      `This prompt is included by ${above.key}, and cannot be archived before they do without it.`,
    ])
    const moved = await outcomeOf(
      team.developer,
      'promptUpdate',
      { id: below.id, keyName: 'other' },
      'prompt { id }',
    )
    expect([moved.__typename, moved.message]).toEqual(['ConflictError', expect.stringContaining(above.key)])
    await outcomeOf(team.developer, 'promptArchive', { id: above.id }, 'prompt { id }')
    expect(
      await outcomeOf(team.developer, 'promptArchive', { id: below.id }, 'prompt { status }'),
    ).toMatchObject({
      prompt: { status: 'ARCHIVED' },
    })
  })
})

describe('the dependency map', () => {
  it('tells who includes a prompt, what a change reaches, and how far away', async () => {
    const base = await prompt()
    const near = await prompt(base.key)
    const far = await prompt(near.key)
    const both = await prompt(base.key, far.key)
    const asked = await ask(
      team.viewer,
      base.id,
      'includedByCount includedBy(first: 1) { totalCount pageInfo { hasNextPage endCursor } edges { node { key } } } impact { truncated prompts { distance prompt { key } } }',
    )
    const [first] = [near.key, both.key].sort()
    expect(asked.includedByCount).toBe(2)
    expect(asked.includedBy).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } })
    expect(keysOf(asked.includedBy)).toEqual([first])
    const rest = await ask(
      team.viewer,
      base.id,
      `includedBy(first: 5, after: "${asked.includedBy.pageInfo.endCursor}") { edges { node { key } } }`,
    )
    expect(keysOf(rest.includedBy)).toEqual([near.key, both.key].filter((key) => key !== first))
    expect(asked.impact.truncated).toBe(false)
    expect(
      asked.impact.prompts.map((one: { distance: number; prompt: { key: string } }) => [
        one.distance,
        one.prompt.key,
      ]),
    ).toEqual([...[near.key, both.key].sort().map((key) => [1, key]), [2, far.key]])
  })

  it('leaves out of an impact who keeps to a version', async () => {
    const base = await prompt()
    const pinned = await prompt(`${base.key}@1.0.0`)
    const following = await prompt(base.key, `${base.key}@1.0.0`)
    await prompt(pinned.key)
    const { impact, includedByCount } = await ask(
      team.viewer,
      base.id,
      'includedByCount impact { prompts { prompt { key } } }',
    )
    expect(impact.prompts).toEqual([{ prompt: { key: following.key } }])
    expect(includedByCount).toBe(2)
  })

  it('around a prompt holds what it reaches and what reaches it, and nothing beside', async () => {
    const base = await prompt()
    const beside = await prompt()
    const middle = await prompt(base.key)
    const top = await prompt(middle.key, beside.key, 'tasks-general-missing')
    const map = await library(
      team.viewer,
      'dependencies(around: $id) { truncated edges { from { key } key to { id } } }',
      { id: middle.id },
      ', $id: ID!',
    )
    const edges = map.dependencies.edges.map((edge: { from: { key: string }; key: string }) => [
      edge.from.key,
      edge.key,
    ])
    expect(edges.sort()).toEqual(
      [
        [middle.key, base.key],
        [top.key, middle.key],
      ].sort(),
    )
    const whole = await library(team.viewer, 'dependencies { edges { from { key } key to { id } } }')
    expect(whole.dependencies.edges).toContainEqual({
      from: { key: top.key },
      key: 'tasks-general-missing',
      to: null,
    })
  })

  it('takes a number of statements that does not grow with what it lists', async () => {
    const base = await prompt()
    const count = async () => {
      const before = server.database.statementCount()
      await ask(
        team.viewer,
        base.id,
        'includedByCount impact { prompts { distance prompt { key includedByCount includes { key prompt { id } } } } }',
      )
      return server.database.statementCount() - before
    }
    await prompt(base.key)
    const one = await count()
    for (const _ of Array.from({ length: 4 })) await prompt(base.key)
    expect(await count()).toBe(one)
  })

  it('is hidden from strangers', async () => {
    const base = await prompt()
    expect(await ask(team.stranger, base.id, 'includes { key }')).toBeNull()
    const answer = await team.stranger.query(
      'query ($slug: String!) { library(slug: $slug) { dependencies { edges { key } } } }',
      { slug: team.slug },
    )
    expect(answer.data.library).toBeNull()
  })
})

describe('included texts', () => {
  const TYPES = ', $includes: [IncludeInput!]!'
  const texts = async (includes: { key: string; version?: string }[]) =>
    library(
      team.viewer,
      'includedTexts(includes: $includes) { key version content prompt { id } }',
      { includes },
      TYPES,
    )

  it('are told with what they include in turn, at the version asked for', async () => {
    const base = await prompt()
    const first = including()
    await base.commit(base.main, 'user:\nSecond\n')
    const middle = await prompt(base.key)
    const { includedTexts } = await texts([
      { key: middle.key },
      { key: base.key, version: '1.0.0' },
      { key: base.key, version: '9.9.9' },
      { key: 'tasks-general-nobody' },
    ])
    expect(includedTexts).toEqual([
      { key: middle.key, version: null, content: including(base.key), prompt: { id: middle.id } },
      { key: base.key, version: '1.0.0', content: first, prompt: { id: base.id } },
      { key: base.key, version: '9.9.9', content: null, prompt: { id: base.id } },
      { key: 'tasks-general-nobody', version: null, content: null, prompt: null },
      { key: base.key, version: null, content: 'user:\nSecond\n', prompt: { id: base.id } },
    ])
  })

  it('are left out once they are too much together', async () => {
    const long = Array.from({ length: 6 }, (_, n) => ({
      name: `Long ${n}`,
      content: `user:\n${`${n} `.repeat(450_000)}\n`,
    }))
    await addPrompts(server, team, long)
    const { includedTexts } = await texts(long.map((_, n) => ({ key: `tasks-general-long-${n}` })))
    expect(includedTexts.map(({ content }: { content: string }) => content)).toEqual(
      long.slice(0, 4).map(({ content }) => content),
    )
  })

  it('are not asked for by the hundred', async () => {
    const answer = await texts(Array.from({ length: 51 }, (_, n) => ({ key: `tasks-general-n${n}` })))
    expect(answer.errors[0].message).toContain('at most 50')
  })
})

describe('texts nearly the same', () => {
  const LONG =
    'You are a careful support agent. Read the ticket, decide how urgent it is, and answer with one word and the reason for it in a short sentence that the customer may read.'
  const similar = async (visitor: Visitor, content: string, except?: string) =>
    (
      await library(
        visitor,
        'similarPrompts(content: $content, except: $except) { equal similarity prompt { id } }',
        { content, except },
        ', $content: String!, $except: ID',
      )
    ).similarPrompts

  it('are found whether they differ in blanks or in a word, and others are not', async () => {
    const made = await testHistory(server, team, `user:\n${LONG}\n`)
    await testHistory(
      server,
      team,
      'user:\nTranslate the text into French, keep names, numbers and the tone of it.\n',
    )
    expect(await similar(team.viewer, `USER:\n\n${LONG.toUpperCase()}`)).toEqual([
      { equal: true, similarity: 1, prompt: { id: made.id } },
    ])
    const [near] = await similar(team.viewer, `user:\n${LONG} Be polite.\n`)
    expect(near).toMatchObject({ equal: false, prompt: { id: made.id } })
    expect(near.similarity).toBeGreaterThanOrEqual(0.7)
    expect(await similar(team.viewer, `user:\n${LONG}\n`, made.id)).toEqual([])
    expect(await similar(team.viewer, 'user:\nHello\n')).toEqual([])
  })

  it('follow the text on main', async () => {
    const words = (n: number) => Array.from({ length: 40 }, (_, at) => `word${n}x${at}`).join(' ')
    const made = await testHistory(server, team, `user:\n${words(1)}\n`)
    await made.commit(made.main, `user:\n${words(2)}\n`)
    expect(await similar(team.viewer, `user:\n${words(1)}\n`)).toEqual([])
    expect(await similar(team.viewer, `user:\n${words(2)}\n`)).toHaveLength(1)
  })

  it('are looked for in the own library only', async () => {
    await testHistory(server, team, `user:\n${LONG} In this library.\n`)
    const other = await server.team('Others')
    const answer = await other.viewer.query(
      'query ($slug: String!, $content: String!) { library(slug: $slug) { similarPrompts(content: $content) { equal } } }',
      { slug: other.slug, content: `user:\n${LONG} In this library.\n` },
    )
    expect(answer.data.library.similarPrompts).toEqual([])
  })
})

describe('facts of the text on main', () => {
  it('are its model, tokens and problems, and follow its commits', async () => {
    const made = await testHistory(server, team, 'user:\nHello, world!\n')
    const facts = () => ask(team.viewer, made.id, 'model tokenCount errorCount warningCount')
    expect(await facts()).toEqual({ model: null, tokenCount: 6, errorCount: 0, warningCount: 0 })
    await made.commit(
      made.main,
      '---\nmodel: gpt-4\ninputs:\n  unused:\n    kind: string\n---\nuser:\n{{#open}}\n{{nobody}}\n',
    )
    expect(await facts()).toMatchObject({ model: 'gpt-4', warningCount: 1 })
    expect((await facts()).errorCount).toBeGreaterThan(1)
  })
})
