import { expect, type Locator, type Page } from '@playwright/test'
import type { Prompt } from '../fixtures/prompt.ts'

/** The page of a change request. */
export class ChangePage {
  readonly page: Page
  readonly prompt: Prompt
  readonly timeline: Locator
  readonly mergeBox: Locator
  /** Says in a line whether it can be merged. */
  readonly mergeState: Locator
  readonly difference: Locator

  constructor(page: Page, prompt: Prompt) {
    this.page = page
    this.prompt = prompt
    this.timeline = page.getByRole('list', { name: 'What happened' })
    this.mergeBox = page.getByRole('region', { name: 'Merge' })
    this.mergeState = page.getByTestId('merge-state')
    this.difference = page.getByRole('table', { name: /^Difference from/ })
  }

  async open(number: number, tab = ''): Promise<void> {
    await this.page.goto(`${this.prompt.home}/changes/${number}${tab && `?tab=${tab}`}`)
    await expect(this.page.getByRole('navigation', { name: 'Parts of this change request' })).toBeVisible()
  }

  async show(tab: 'Conversation' | 'Difference' | 'Commits'): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Parts of this change request' })
      .getByRole('link', { name: tab })
      .click()
  }

  /** A line of the difference, by what screen readers are told of it. */
  line(spoken: string | RegExp): Locator {
    return this.difference.getByRole('row', { name: spoken })
  }

  /** Says something about a line of the head by clicking its number. */
  async commentOn(line: number, text: string): Promise<void> {
    await this.difference.getByRole('button', { name: `Comment on line ${line}`, exact: true }).click()
    const form = this.page.getByRole('form', { name: `Comment on line ${line}` })
    await form.getByRole('textbox').fill(text)
    await form.getByRole('button', { name: 'Comment' }).click()
    await expect(form).toBeHidden()
  }

  /** Judges what the tab Difference shows. */
  async review(verdict: 'Comment' | 'Approve' | 'Request changes', summary = ''): Promise<void> {
    await this.page.getByRole('button', { name: 'Review', exact: true }).click()
    const form = this.page.getByRole('form', { name: 'Review' })
    if (summary) await form.getByRole('textbox', { name: 'Summary' }).fill(summary)
    await form.getByRole('radio', { name: verdict }).check()
    await form.getByRole('button', { name: 'Send the review' }).click()
    await expect(form).toBeHidden()
  }
}
