import { expect, type Locator, type Page } from '@playwright/test'
import type { Prompt } from '../fixtures/prompt.ts'
import { FIRST_VISIT_MS } from './prompt-page.ts'

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

  /** Opens it, on main or with what the query asks for, and waits until it shows versions or that there are none. */
  async open(query = ''): Promise<void> {
    await this.page.goto(this.#address + query)
    const none = this.page.getByRole('heading', { name: 'No versions yet' })
    await expect(this.versions.first().or(none)).toBeVisible({ timeout: FIRST_VISIT_MS })
  }

  version(number: string): Locator {
    return this.versions.filter({ has: this.page.getByText(number, { exact: true }) })
  }

  /** Chooses an action from the menu of a version. */
  async choose(ref: string, action: string): Promise<void> {
    await this.page.getByRole('button', { name: `More about ${ref}`, exact: true }).click()
    await this.page.getByRole('menuitem', { name: action }).click()
  }

  /** How far right the dot of a version is in the picture. */
  async lane(ref: string): Promise<number> {
    return Number(await this.version(ref).locator('circle').getAttribute('cx'))
  }

  /** The lines that lead from the dot of a version down to those it was made of. */
  linesFrom(version: Locator): Locator {
    return version.locator('path[data-kind="out"]')
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
