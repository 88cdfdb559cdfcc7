import { expect, type Locator, type Page } from '@playwright/test'
import type { PromptPage } from './prompt-page.ts'

/** What the editor of a prompt knows about its language, by keyboard. */
export class LanguageTools {
  readonly page: Page
  readonly #prompt: PromptPage
  /** The list of completions. */
  readonly suggestions: Locator
  readonly hover: Locator

  constructor(prompt: PromptPage) {
    this.page = prompt.page
    this.#prompt = prompt
    this.suggestions = prompt.page.locator('.suggest-widget.visible')
    this.hover = prompt.page.locator('.monaco-hover:visible')
  }

  /** Puts the cursor into the first place of some words: behind their first so many letters. */
  async placeIn(words: string, letters = 1): Promise<void> {
    const before = (await this.#prompt.text()).split(words)[0] ?? ''
    const lines = before.split('\n')
    await this.#prompt.placeCursor(lines.length)
    await this.page.keyboard.press('Home')
    await this.page.keyboard.press('Home')
    const column = (lines.at(-1) ?? '').length + letters
    for (let at = 0; at < column; at++) await this.page.keyboard.press('ArrowRight')
  }

  /** Takes a completion from the list by its name. */
  async take(label: string): Promise<void> {
    const row = this.suggestions.getByRole('option', { name: label })
    await expect(row.first()).toBeVisible()
    await row.first().click()
  }

  /** Renames the input at the cursor everywhere. */
  async rename(from: string, to: string): Promise<void> {
    await this.page.keyboard.press('F2')
    const box = this.page.getByRole('textbox', { name: `New name of ${from}` })
    await expect(box).toBeFocused()
    await box.fill(to)
    await box.press('Enter')
  }
}
