import { expectAccessible } from '../fixtures/axe.ts'
import { invite } from '../fixtures/library.ts'
import { commit } from '../fixtures/prompt.ts'
import { replaceText } from '../fixtures/room.ts'
import { expect, START, test } from '../fixtures/test.ts'
import { CommitPanel } from '../pages/commit-panel.ts'
import { PromptPage } from '../pages/prompt-page.ts'
import { libraryStops, promptStops } from '../pages/tour.ts'

test('the pages before signing in have no serious accessibility problem', async ({
  ada,
  nobody,
  library,
}) => {
  const { page } = nobody
  const { url } = await invite(ada, library, 'somebody@example.org', 'VIEWER')
  await page.goto('/sign-in')
  await expect(page.getByRole('button', { name: 'Ada Lindqvist' })).toBeVisible()
  await expectAccessible(page, 'sign-in')
  await page.goto(new URL(url).pathname)
  await expect(page.getByRole('button', { name: 'Accept and join' })).toBeVisible()
  await expectAccessible(page, 'invitation')
})

test('the pages of a library have no serious accessibility problem', async ({ ada }) => {
  const { page } = ada
  for (const stop of libraryStops('/l/scriptorium')) {
    await page.goto(stop.address)
    await stop.loaded(page)
    await expectAccessible(page, stop.name)
  }
})

test('the dialogs of a library have no serious accessibility problem', async ({ ada }) => {
  const { page } = ada
  await page.goto('/l/scriptorium')
  await expect(page.getByRole('table', { name: 'Prompts' })).toBeVisible()
  await page.keyboard.press('c')
  await expect(page.getByRole('dialog', { name: 'New prompt' })).toBeVisible()
  await expectAccessible(page, 'new prompt')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('textbox', { name: 'Search and commands' })).toBeVisible()
  await expectAccessible(page, 'command palette')
})

test('the pages of a prompt have no serious accessibility problem', async ({ ada, prompt }) => {
  const { page } = ada
  await commit(ada, prompt, 'First words')
  await replaceText(ada, prompt, `${START}Tell {{name}} about it, {{#if}}.\n`)
  await commit(ada, prompt, 'Takes a name', 'FEATURE')
  for (const stop of promptStops(prompt.home, '1.0.0', '1.1.0')) {
    await page.goto(stop.address)
    await stop.loaded(page)
    await expectAccessible(page, stop.name)
  }

  const written = new PromptPage(page, prompt)
  await written.open()
  await written.placeCursor()
  await written.type('More.')
  await new CommitPanel(page).open()
  await expect(page.getByTestId('text-diff').locator('.view-line').first()).toBeVisible()
  await expectAccessible(page, 'commit')
})
