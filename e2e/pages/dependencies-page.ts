import type { Locator, Page } from '@playwright/test'

/** The map of who includes whom. */
export class DependenciesPage {
  readonly page: Page
  readonly search: Locator
  readonly list: Locator

  constructor(page: Page) {
    this.page = page
    this.search = page.getByRole('searchbox', { name: 'Find a prompt on the map' })
    this.list = page.getByRole('table', { name: 'Includes' })
  }

  /** A prompt on the map, or a key that belongs to none. */
  node(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${name} ?, `) })
  }

  /** The card of a prompt that was chosen. */
  card(name: string): Locator {
    return this.page.getByRole('complementary', { name, exact: true })
  }
}
