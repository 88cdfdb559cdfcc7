import { expect, test } from '@playwright/test'

test('GraphiQL works from this server alone, under its content security policy', async ({
  page,
  baseURL,
}) => {
  const foreign: string[] = []
  const violations: string[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (/^(http|ws)/.test(url.protocol) && url.origin !== baseURL) foreign.push(request.url())
  })
  page.on('console', (message) => {
    if (message.type() === 'error') violations.push(message.text())
  })
  page.on('pageerror', (error) => violations.push(String(error)))
  await page.request.post('/graphql', {
    data: { query: 'mutation { signInDemo(input: { level: ADMIN }) { __typename } }' },
  })

  await page.goto('/graphql')
  await expect(page).toHaveTitle('GraphQL · Incipit')
  const editor = page.locator('.graphiql-query-editor .monaco-editor').first()
  const answer = page.locator('.result-window')
  const execute = page.getByRole('button', { name: /Execute query/ })
  await expect(editor).toContainText('library(slug:', { timeout: 30_000 })
  await expect(page.getByRole('region', { name: 'Variables' })).toContainText('scriptorium')
  await execute.click()
  await expect(answer).toContainText('"totalCount"')

  await test.step('the editor knows the schema, so its worker runs', async () => {
    await page.getByRole('tab', { name: 'LivePrompt' }).click()
    await editor.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('\nquery { nonsense }')
    await expect(editor.locator('.squiggly-error').first()).toBeVisible()
    // Of two operations one has to be chosen.
    await expect(execute).toHaveAttribute('aria-haspopup', 'menu')
  })

  await test.step('a subscription arrives over the socket', async () => {
    const library = await page.request.post('/graphql', {
      data: { query: '{ library(slug: "scriptorium") { id } }' },
    })
    const { id } = (await library.json()).data.library
    await page.getByRole('tab', { name: 'Activity' }).click()
    await expect(editor).toContainText('libraryActivity')
    await expect(execute).not.toHaveAttribute('aria-haspopup')
    await execute.click()
    await expect(page.getByRole('button', { name: /Stop query/ })).toBeVisible()
    // The page does not tell when the server has the subscription: things happen until one of them arrives.
    let number = 0
    await expect(async () => {
      number += 1
      await page.request.post('/graphql', {
        data: {
          query: `mutation ($id: ID!, $name: String!) {
            promptCreate(input: { libraryId: $id, name: $name, category: "tasks" }) { __typename }
          }`,
          variables: { id, name: `From GraphiQL ${number}` },
        },
      })
      await expect(answer).toContainText('libraryActivity', { timeout: 1000 })
    }).toPass({ timeout: 20_000 })
    await page.getByRole('button', { name: /Stop query/ }).click()
  })

  expect(foreign).toEqual([])
  expect(violations).toEqual([])
})
