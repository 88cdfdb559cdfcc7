import { expect, type Locator, type Page } from '@playwright/test'
import type { Library } from '../fixtures/library.ts'

/** The list of a library's prompts. */
export class LibraryPage {
  readonly page: Page
  readonly rows: Locator
  readonly search: Locator
  readonly filters: Locator
  /** What can be done with the selected prompts. */
  readonly selection: Locator
  readonly groups: Locator
  readonly newPrompt: Locator
  readonly #home: string

  constructor(page: Page, library: Pick<Library, 'home'>) {
    this.page = page
    this.#home = library.home
    this.rows = page.getByRole('table', { name: 'Prompts' }).locator('tbody').getByRole('row')
    this.search = page.getByRole('searchbox', { name: 'Search prompts' })
    this.selection = page.getByRole('toolbar', { name: 'Selection' })
    this.groups = page.getByRole('navigation', { name: 'Groups' })
    this.newPrompt = page.getByRole('dialog', { name: 'New prompt' })
    this.filters = page.getByRole('complementary', { name: 'Filters' })
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(this.#home + query)
  }

  /** Waits until the list holds exactly these prompts, in whichever order. */
  async lists(...names: string[]): Promise<void> {
    await expect
      .poll(async () => (await this.rows.getByRole('link').allTextContents()).sort())
      .toEqual(names.sort())
  }

  row(name: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('link', { name, exact: true }) })
  }

  /** Selects prompts by their names. */
  async select(...names: string[]): Promise<void> {
    for (const name of names) await this.row(name).getByRole('checkbox').check()
  }
}
