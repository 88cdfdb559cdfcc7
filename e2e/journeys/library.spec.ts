import { createPrompt } from '../fixtures/prompt.ts'
import { expect, test } from '../fixtures/test.ts'
import { LibraryPage } from '../pages/library-page.ts'

const NAMES = ['Ticket triage', 'Refund letter', 'Invoice fields', 'Triage of bugs']

test('finding: search as you type, filters in the address, the list by keyboard', async ({
  ada,
  library,
}) => {
  const { page } = ada
  const list = new LibraryPage(page, library)
  await createPrompt(ada, library, { name: 'Ticket triage', category: 'agents', tags: ['support'] })
  await createPrompt(ada, library, { name: 'Refund letter', category: 'templates' })
  await createPrompt(ada, library, { name: 'Invoice fields', tags: ['support', 'finance'] })
  await createPrompt(ada, library, { name: 'Triage of bugs', category: 'agents' })
  await list.open()
  await list.lists(...NAMES)

  await test.step('the search narrows while one types and marks what it found', async () => {
    await page.keyboard.press('/')
    await expect(list.search).toBeFocused()
    await page.keyboard.type('triag')
    await list.lists('Ticket triage', 'Triage of bugs')
    await expect(list.row('Ticket triage').getByRole('link').locator('mark')).toHaveText('triag')
    await expect(page).toHaveURL(`${library.home}?q=triag`)
  })

  await test.step('the address keeps search and filters; back undoes the last choice', async () => {
    await list.filters.getByRole('checkbox', { name: /support/ }).check()
    await list.lists('Ticket triage')
    await expect(page).toHaveURL(`${library.home}?q=triag&tag=support`)
    await page.reload()
    await list.lists('Ticket triage')
    await expect(list.search).toHaveValue('triag')
    await expect(list.filters.getByRole('checkbox', { name: /support/ })).toBeChecked()
    await page.goBack()
    await list.lists('Ticket triage', 'Triage of bugs')
    await page.getByRole('button', { name: 'Clear the search' }).click()
    await list.lists(...NAMES)
  })

  await test.step('J and K move, X selects, Enter opens', async () => {
    await list.search.press('Escape')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect(list.rows.nth(1).getByRole('link')).toBeFocused()
    await page.keyboard.press('k')
    await expect(list.rows.nth(0).getByRole('link')).toBeFocused()
    await page.keyboard.press('x')
    await expect(page.getByRole('toolbar', { name: 'Selection' })).toContainText('1 selected')
    const name = String(await list.rows.nth(0).getByRole('link').textContent())
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  })
})

test('changing: a new prompt, one that arrives by itself, archiving and undoing it', async ({
  ada,
  dev,
  library,
}) => {
  const { page } = ada
  const list = new LibraryPage(page, library)
  await list.open()
  await expect(page.getByRole('button', { name: 'Write the first prompt' })).toBeVisible()

  await test.step('what somebody else creates arrives by itself', async () => {
    await createPrompt(dev, library, { name: 'Refund letter' })
    await list.lists('Refund letter')
  })

  await test.step('C makes a new one; its key is shown beforehand', async () => {
    await page.keyboard.press('c')
    const dialog = page.getByRole('dialog', { name: 'New prompt' })
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Summary of a meeting')
    await expect(dialog.getByText(/^[a-z]+-general-summary-of-a-meeting$/)).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Summary of a meeting', level: 1 })).toBeVisible()
    await page.goBack()
    await list.lists('Refund letter', 'Summary of a meeting')
  })

  await test.step('archived it leaves the list, undo brings it back', async () => {
    await list.row('Refund letter').getByRole('checkbox').check()
    await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Archive' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click()
    await expect(page.getByText('1 prompt archived')).toBeVisible()
    await list.lists('Summary of a meeting')
    await page.getByRole('button', { name: 'Undo' }).click()
    await list.lists('Refund letter', 'Summary of a meeting')
  })
})
