import type { Page } from '@playwright/test'
import { serverText } from '../fixtures/prompt.ts'
import { expect, START, test } from '../fixtures/test.ts'
import { CommitPanel } from '../pages/commit-panel.ts'
import { LibraryPage } from '../pages/library-page.ts'
import { PromptPage } from '../pages/prompt-page.ts'
import { SignInPage } from '../pages/sign-in-page.ts'

/** Presses Tab until this has the focus, as somebody without a mouse would. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole('button', { name })
  await expect(wanted).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(wanted).toBeFocused({ timeout: 100 })
  }).toPass()
}

test('from signing in to a version without a mouse', async ({ nobody, dev, library, prompt }) => {
  const { page } = nobody
  const [list, editor, panel] = [
    new LibraryPage(page, library),
    new PromptPage(page, prompt),
    new CommitPanel(page),
  ]
  const palette = page.getByRole('dialog', { name: 'Search and commands' })

  await test.step('sign in, and land where one wanted to go', async () => {
    await page.goto(library.home)
    await tabTo(page, /Dev Malhotra/)
    await page.keyboard.press('Enter')
    await new SignInPage(page).signedInAs('Dev Malhotra')
    await expect(page).toHaveURL(library.home)
  })

  await test.step('open a prompt', async () => {
    await expect(list.row(prompt.name)).toBeVisible()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(prompt.home)
    await editor.saved()
  })

  await test.step('write', async () => {
    await expect(async () => {
      await page.keyboard.press('Tab')
      await expect(editor.input).toBeFocused({ timeout: 100 })
    }).toPass()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('Without a mouse.')
    await editor.saved()
    expect(await serverText(dev, prompt)).toBe(`${START}Without a mouse.`)
  })

  await test.step('commit, and be back in the text', async () => {
    await panel.open()
    await page.keyboard.type('By keyboard alone')
    await page.keyboard.press('Control+k')
    await expect(palette).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(palette).toBeHidden()
    await expect(panel.message).toBeFocused()
    await panel.commit('1.0.0')
    await expect(editor.input).toBeFocused()
  })

  await test.step('find the way by the palette', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('morning')
    await expect(palette.getByRole('textbox', { name: 'Search and commands' })).toHaveValue('morning')
    await expect(palette.getByText(prompt.key)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(editor.input).toBeFocused()
    expect(await serverText(dev, prompt)).toBe(`${START}Without a mouse.`)
  })
})
