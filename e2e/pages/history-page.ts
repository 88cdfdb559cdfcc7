import type { Locator, Page } from '@playwright/test'
import type { Prompt } from '../fixtures/prompt.ts'

/** The list of a prompt's versions. */
export class HistoryPage {
  readonly page: Page
  readonly versions: Locator
  readonly #address: string

  constructor(page: Page, prompt: Prompt) {
    this.page = page
    this.#address = `${prompt.home}/history`
    this.versions = page.getByRole('list', { name: 'Versions, newest first' }).locator('> li')
  }

  async open(): Promise<void> {
    await this.page.goto(this.#address)
  }

  version(number: string): Locator {
    return this.versions.filter({ has: this.page.getByText(number, { exact: true }) })
  }

  /** Chooses two versions and goes to their comparison. */
  async compare(older: string, newer: string): Promise<void> {
    for (const ref of [older, newer])
      await this.page.getByRole('checkbox', { name: `Choose ${ref} to compare` }).check()
    await this.page.getByRole('button', { name: 'Compare', exact: true }).click()
  }

  async restore(ref: string): Promise<void> {
    await this.page.getByRole('button', { name: `Restore ${ref}` }).click()
    await this.page
      .getByRole('dialog', { name: `Restore ${ref}?` })
      .getByRole('button', { name: 'Restore' })
      .click()
  }
}
