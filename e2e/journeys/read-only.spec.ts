import { cookieOf } from '../fixtures/people.ts'
import { serverText } from '../fixtures/prompt.ts'
import { connectByHand, foreignUpdate } from '../fixtures/room.ts'
import { expect, START, test } from '../fixtures/test.ts'
import { PromptPage } from '../pages/prompt-page.ts'

test('a viewer reads along and cannot write', async ({ ada, vera, prompt }) => {
  const [hers, viewed] = [new PromptPage(ada.page, prompt), new PromptPage(vera.page, prompt)]
  await Promise.all([hers.open(), viewed.open()])

  await test.step('what others write arrives', async () => {
    await hers.placeCursor()
    await hers.type('Written by Ada.')
    await viewed.shows(`${START}Written by Ada.`)
    await expect(viewed.saveState).toHaveText('Live, read-only')
    await expect(viewed.cursorOf('Ada Lindqvist')).toBeVisible()
  })

  await test.step('typing changes nothing and says why', async () => {
    await viewed.placeCursor()
    await viewed.type('Written by Vera.')
    await expect(
      vera.page.getByText('You can read along. Writing needs the level developer or admin.').first(),
    ).toBeVisible()
    await expect(vera.page.getByRole('button', { name: 'Commit' })).toBeHidden()
    await hers.saved()
    expect(await viewed.text()).toBe(`${START}Written by Ada.`)
    expect(await serverText(ada, prompt)).toBe(`${START}Written by Ada.`)
  })
})

test('a viewer’s hand-made client changes nothing and is shut out', async ({ ada, vera, prompt }) => {
  const cookie = await cookieOf(vera)
  for (const kind of [1, 2] as const) {
    const socket = connectByHand(prompt, cookie)
    await socket.greeted
    socket.send(kind, foreignUpdate('Written by a machine.'))
    expect(await socket.closed).toBe(4403)
    expect(await serverText(ada, prompt)).toBe(START)
  }
  const refused = await vera.api.attempt(
    'commitCreate',
    { branchId: prompt.branchId, message: 'Mine', changeType: 'FIX', expectedHead: null },
    '__typename',
  )
  expect(refused.__typename).toBe('ForbiddenError')
})

test('a stranger gets nothing', async ({ ada, rosa, nobody, prompt, library }) => {
  const question = `query ($slug: String!, $key: String!, $prompt: ID!, $document: ID!) {
    library(slug: $slug) { prompt(key: $key) { name } }
    prompt: node(id: $prompt) { id }
    document: node(id: $document) { id }
  }`
  const { slug } = library
  const variables = { slug, key: prompt.key, prompt: prompt.id, document: prompt.documentId }

  await test.step('who is no member sees the same as for an address that never was', async () => {
    await rosa.page.goto(prompt.home)
    await expect(rosa.page.getByRole('heading', { name: 'There is no such page' })).toBeVisible()
    const nothing = { library: null, prompt: null, document: null }
    expect(await rosa.api.query(question, variables)).toEqual(nothing)
    expect(await connectByHand(prompt, await cookieOf(rosa)).closed).toBe(4404)
  })

  await test.step('who is not signed in is asked to', async () => {
    await nobody.page.goto(prompt.home)
    await expect(nobody.page).toHaveURL(`/sign-in?next=${encodeURIComponent(prompt.home)}`)
    const answer = await nobody.context.request.post('/graphql', { data: { query: question, variables } })
    expect(Object.values((await answer.json()).data ?? {}).every((found) => found === null)).toBe(true)
    expect(await connectByHand(prompt, '').closed).toBe(4401)
  })

  expect(await serverText(ada, prompt)).toBe(START)
})
