import { expectAccessible } from '../fixtures/axe.ts'
import { openChange, startMerge } from '../fixtures/change.ts'
import { createIncluding } from '../fixtures/include.ts'
import { invite } from '../fixtures/library.ts'
import { commit } from '../fixtures/prompt.ts'
import { replaceText } from '../fixtures/room.ts'
import { expect, START, test } from '../fixtures/test.ts'
import { CommitPanel } from '../pages/commit-panel.ts'
import { DependenciesPage } from '../pages/dependencies-page.ts'
import { PromptPage } from '../pages/prompt-page.ts'
import { ResolvePage } from '../pages/resolve-page.ts'
import { changeStops, libraryStops, promptStops } from '../pages/tour.ts'

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

test('moving and deleting a prompt, and the card of the map, have no serious accessibility problem', async ({
  ada,
  library,
}) => {
  const { page } = ada
  const tone = await createIncluding(ada, library, 'Warm tone')
  await createIncluding(ada, library, 'Refund reply', [tone.key])
  const retired = await createIncluding(ada, library, 'Cold tone')
  await ada.api.change('promptStatusChange', { id: retired.id, to: 'ARCHIVED', reason: 'Nobody likes it.' })

  await page.goto(`${tone.home}/settings`)
  await page.getByRole('button', { name: 'Status Draft: move' }).click()
  await expect(page.getByRole('menuitem', { name: /^Archive….*is included by/ })).toBeVisible()
  await expectAccessible(page, 'moves')
  await page.getByRole('menuitem', { name: /^Send to review/ }).click()
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await expectAccessible(page, 'a move')

  await page.goto(`${retired.home}/settings`)
  await page.getByRole('button', { name: 'Delete…' }).click()
  await expect(page.getByRole('dialog', { name: 'Delete Cold tone?' })).toBeVisible()
  await expectAccessible(page, 'deleting')

  await page.goto(`${library.home}/dependencies?view=map`)
  const map = new DependenciesPage(page)
  await map.node('Warm tone').click()
  await expect(map.card('Warm tone')).toContainText('A change reaches 1 prompt')
  await expectAccessible(page, 'card of the map')
})

test('the pages of change requests have no serious accessibility problem', async ({ ada }) => {
  const { page } = ada
  for (const stop of changeStops('/l/scriptorium')) {
    await page.goto(stop.address)
    await stop.loaded(page)
    await expectAccessible(page, stop.name)
    if (stop.name !== 'its difference') continue
    for (const view of ['Structure', 'Rendered']) {
      await page.getByText(view, { exact: true }).click()
      await expectAccessible(page, `${stop.name}, ${view}`)
    }
    await page.getByRole('button', { name: 'Review', exact: true }).click()
    await expect(page.getByRole('form', { name: 'Review' })).toBeVisible()
    await expectAccessible(page, 'review')
  }
})

test('conflicts have no serious accessibility problem', async ({ ada, prompt }) => {
  const { page } = ada
  await commit(ada, prompt, 'First words')
  const { number, source } = await openChange(ada, prompt, {
    branch: 'feature/warm-tone',
    title: 'A warmer tone',
    content: START.replace('brief', 'warm'),
  })
  await replaceText(ada, prompt, START.replace('brief', 'swift'))
  await commit(ada, prompt, 'Swift')
  await startMerge(ada, source)
  await page.goto(`${prompt.home}/changes/${number}/resolve?branch=feature/warm-tone`)
  const screen = new ResolvePage(page)
  await screen.isReady()
  await expectAccessible(page, 'conflicts side by side')
  await new PromptPage(page, prompt).open('feature/warm-tone')
  await expect(screen.conflict(1)).toBeVisible()
  await expectAccessible(page, 'conflicts in place')
})
