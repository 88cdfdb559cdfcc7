import { expect, type Locator, type Page } from '@playwright/test'
import type { Library } from '../fixtures/library.ts'

/** The map of who includes whom. */
export class DependenciesPage {
  readonly page: Page
  readonly search: Locator
  readonly list: Locator
  readonly #home: string

  constructor(page: Page, library: Pick<Library, 'home'>) {
    this.page = page
    this.#home = library.home
    this.search = page.getByRole('searchbox', { name: 'Find a prompt on the map' })
    this.list = page.getByRole('table', { name: 'Includes' })
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`${this.#home}/dependencies${query}`)
    await expect(this.page.getByRole('heading', { name: 'Dependencies', level: 1 })).toBeVisible()
  }

  /** A prompt on the map, or a key that belongs to none. */
  node(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${name}, `) })
  }

  /** The card of a prompt that was chosen. */
  card(name: string): Locator {
    return this.page.getByRole('complementary', { name, exact: true })
  }
}
