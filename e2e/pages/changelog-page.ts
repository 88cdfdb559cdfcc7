import type { Locator, Page } from '@playwright/test'

/** What changed in a prompt, told for readers. */
export class ChangelogPage {
  readonly sections: Locator
  /** Versions or days, newest first. */
  readonly titles: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.sections = page.getByRole('region').filter({ has: page.getByRole('heading', { level: 3 }) })
    this.titles = this.sections.getByRole('heading', { level: 2 })
  }

  section(title: string): Locator {
    return this.#page.getByRole('region', { name: title, exact: true })
  }
}
