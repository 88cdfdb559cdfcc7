import { expect, type Locator, type Page } from '@playwright/test'
import type { Prompt } from '../fixtures/prompt.ts'

/** A first visit loads and compiles the editor, several at once on two cores. */
export const FIRST_VISIT_MS = 60_000

/** The page on which a prompt is written. */
export class PromptPage {
  readonly page: Page
  readonly editor: Locator
  /** Where the keyboard goes when the editor has the focus. */
  readonly input: Locator
  readonly saveState: Locator
  readonly people: Locator
  readonly #address: string

  constructor(page: Page, prompt: Prompt, origin = '') {
    this.page = page
    this.#address = origin + prompt.home
    this.editor = page.getByTestId('prompt-editor')
    this.input = this.editor.getByRole('textbox', { name: `Text of ${prompt.name}` })
    this.saveState = page.getByTestId('save-state')
    this.people = page.getByRole('list', { name: 'People here' })
  }

  /** Opens the page, on main or another branch, and waits until it shows the text and is connected. */
  async open(branch?: string): Promise<void> {
    await this.page.goto(this.#address + (branch ? `?branch=${branch}` : ''))
    await this.isReady()
  }

  /** Waits until the text is shown and connected. */
  async isReady(): Promise<void> {
    await expect(this.saveState).toHaveText(/^(Saved|Live, read-only)$/, { timeout: FIRST_VISIT_MS })
    await expect(this.editor.locator('.view-line').first()).toBeVisible()
  }

  /** The text in the editor; complete for texts that fit on the screen, with lines that need no wrapping. */
  async text(): Promise<string> {
    const lines = await this.editor.locator('.view-line').evaluateAll((shown) =>
      shown
        .map((line) => ({
          top: Number.parseInt((line as HTMLElement).style.top, 10),
          text: line.textContent,
        }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' ')),
    )
    return lines.join('\n')
  }

  /** Waits until the editor shows this text. */
  async shows(text: string): Promise<void> {
    await expect.poll(() => this.text()).toBe(text)
  }

  /** Puts the cursor at the end of a line, counted from 1; of the text where none is given. */
  async placeCursor(line?: number): Promise<void> {
    await this.input.focus()
    await this.page.keyboard.press(line ? 'Control+Home' : 'Control+End')
    for (let at = 1; at < (line ?? 0); at++) await this.page.keyboard.press('ArrowDown')
    if (line) await this.page.keyboard.press('End')
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /** Goes to another branch by the list in the header. */
  async switchTo(branch: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Branch .*: switch$/ }).click()
    await this.page.getByRole('textbox', { name: 'Find a branch' }).fill(branch)
    await this.page.getByRole('option', { name: `${branch},` }).click()
    await expect(this.page.getByRole('button', { name: `Branch ${branch}: switch` })).toBeVisible()
  }

  /** Waits until the server has confirmed what was written. */
  async saved(): Promise<void> {
    await expect(this.saveState).toHaveText('Saved')
  }

  /** Another person's cursor in the text, with its name flag. */
  cursorOf(name: string): Locator {
    return this.editor.locator('.remote-cursor', { has: this.page.getByText(name, { exact: true }) })
  }
}
