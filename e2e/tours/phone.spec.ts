import type { Page } from '@playwright/test'
import { commit } from '../fixtures/prompt.ts'
import { replaceText } from '../fixtures/room.ts'
import { expect, START, test } from '../fixtures/test.ts'
import { LibraryPage } from '../pages/library-page.ts'
import { PromptPage } from '../pages/prompt-page.ts'
import { changeStops, libraryStops, promptStops } from '../pages/tour.ts'

const PHONE = { width: 390, height: 844 }

/** Expects the page to be no wider than the screen. */
async function expectFits(page: Page, name: string): Promise<void> {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(excess, name).toBe(0)
}

test('on a phone every page fits the screen, and prompts are found and read', async ({ ada, prompt }) => {
  const { page } = ada
  await page.setViewportSize(PHONE)
  await commit(ada, prompt, 'First words')
  await replaceText(ada, prompt, `${START}Tell {{name}} about it.\n`)
  await commit(ada, prompt, 'Takes a name', 'FEATURE')

  await test.step('find and read', async () => {
    const list = new LibraryPage(page, { home: '/l/scriptorium' })
    await list.open()
    await list.search.fill('triage')
    await list.lists('Ticket triage')
    await list.row('Ticket triage').getByRole('link').click()
    await expect(page.getByRole('heading', { name: 'Ticket triage', level: 1 })).toBeVisible()
    await expect(page.getByTestId('prompt-editor').locator('.view-line').first()).toBeVisible()
    await expect(
      page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }),
    ).toBeInViewport()
  })

  const stops = [
    ...libraryStops('/l/scriptorium'),
    ...changeStops('/l/scriptorium'),
    ...promptStops(prompt.home, '1.0.0', '1.1.0'),
  ]
  for (const stop of stops) {
    await page.goto(stop.address)
    await stop.loaded(page)
    await expectFits(page, stop.name)
  }
  await new PromptPage(page, prompt).open()
})
