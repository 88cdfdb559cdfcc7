import { expect, type Locator, type Page } from '@playwright/test'
import type { Prompt } from '../fixtures/prompt.ts'

/** The list of a prompt's branches. */
export class BranchesPage {
  readonly page: Page
  readonly table: Locator
  readonly deleted: Locator
  readonly #address: string

  constructor(page: Page, prompt: Prompt) {
    this.page = page
    this.#address = `${prompt.home}/branches`
    this.table = page.getByRole('table', { name: 'Branches' })
    this.deleted = page.getByRole('region', { name: /^Deleted/ })
  }

  async open(): Promise<void> {
    await this.page.goto(this.#address)
    await expect(this.table).toBeVisible()
  }

  row(name: string): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByRole('link', { name, exact: true }) })
  }

  /** Chooses an action from the menu of a branch. */
  async choose(name: string, action: string): Promise<void> {
    await this.page.getByRole('button', { name: `More about ${name}`, exact: true }).click()
    await this.page.getByRole('menuitem', { name: action }).click()
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name })
  }
}
