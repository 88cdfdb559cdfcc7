import { expect, type Locator, type Page } from '@playwright/test'
import type { Library } from '../fixtures/library.ts'

/** Categories and tags of a library, under Settings. */
export class TaxonomyPage {
  readonly page: Page
  readonly tags: Locator
  readonly #home: string

  constructor(page: Page, library: Pick<Library, 'home'>) {
    this.page = page
    this.#home = library.home
    this.tags = page.getByRole('table', { name: 'Tags' }).locator('tbody').getByRole('row')
  }

  async openTags(): Promise<void> {
    await this.page.goto(`${this.#home}/settings/taxonomy?show=tags`)
  }

  tag(name: string): Locator {
    return this.tags.filter({ has: this.page.getByText(name, { exact: true }) })
  }

  /** Waits until the table holds exactly these tags. */
  async listsTags(...names: string[]): Promise<void> {
    await expect
      .poll(async () =>
        (await this.tags.locator('td:first-child').allTextContents()).map((text) => text.trim()).sort(),
      )
      .toEqual(names.sort())
  }

  /** Merges tags into one of them. */
  async merge(names: string[], into: string): Promise<void> {
    for (const name of names) await this.page.getByRole('checkbox', { name: `Select ${name}` }).check()
    await this.page.getByRole('button', { name: `Merge ${names.length} tags…` }).click()
    const dialog = this.page.getByRole('dialog', { name: `Merge ${names.length} tags` })
    const remains = dialog.getByRole('combobox', { name: 'The tag that remains' })
    const option = await remains
      .locator('option', { hasText: new RegExp(`^${into} \\(`) })
      .getAttribute('value')
    await remains.selectOption(String(option))
    await dialog.getByRole('button', { name: `Merge into ${into}` }).click()
  }
}
