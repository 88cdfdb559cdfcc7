import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { json, runWith as run } from './testing/run-with.ts'

const HERE = fileURLToPath(import.meta.url)

describe('the command line', () => {
  it('helps', async () => {
    expect(await run(['--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Exit codes: 0 done'),
    })
    expect(await run(['import', '--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('--dry-run'),
    })
    expect(await run(['help', 'login'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('incipit login [URL]'),
    })
  })

  it.each([
    [[], 'Commands'],
    [['fly'], 'There is no command "fly"'],
    [['import'], 'Name one CSV file'],
    [['import', 'a', 'b'], 'Name one CSV file'],
    [['import', HERE, '--fly'], "Unknown option '--fly'"],
    [['import', HERE, '--map', 'x=y'], 'There is no field "x"'],
    [['import', HERE, '--url', 'ftp://x'], 'is not the address of a server'],
  ])('%j is wrong usage', async (args, message) => {
    expect(await run(args)).toMatchObject({ code: 2, err: expect.stringContaining(message) })
  })

  it('says what failed, as text and as JSON', async () => {
    expect(await run(['import', 'no-such-file.csv'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('there is no such file'),
    })
    const refused = await run(
      ['import', HERE, '--library', 'x', '--json'],
      [json({ data: { library: null } })],
    )
    expect(refused.code).toBe(1)
    expect(JSON.parse(refused.out)).toEqual({
      error: { code: 'NOT_FOUND', message: expect.stringContaining('There is no library "x"') },
    })
  })

  it('sends the key, tries again while the server restarts, and gives up in words', async () => {
    const busy = json({ errors: [{ message: 'restarting' }] }, 503)
    const tried = await run(['import', HERE, '--library', 'x'], [busy, json({ data: { library: null } })])
    expect(tried).toMatchObject({ code: 1, slept: 1, err: expect.stringContaining('There is no library') })
    expect(tried.asked[0]).toMatchObject({
      url: 'http://localhost:1/graphql',
      authorization: 'Bearer ick_test',
    })
    expect(await run(['import', HERE])).toMatchObject({
      code: 1,
      slept: 3,
      err: expect.stringContaining('Cannot reach http://localhost:1 (ECONNREFUSED)'),
    })
    expect(await run(['import', HERE], [() => new Response('<html>')])).toMatchObject({
      code: 1,
      err: expect.stringContaining('not as Incipit does'),
    })
  })

  it('asks for a library where the key has several', async () => {
    const libraries = ['one', 'two'].map((slug) => ({ node: { id: slug, slug, name: slug } }))
    const answer = json({ data: { viewer: { libraries: { edges: libraries } } } })
    expect(await run(['import', HERE], [answer])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--library: one, two'),
    })
  })
})
