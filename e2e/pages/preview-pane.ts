import type { Locator, Page } from '@playwright/test'

/** The first tab of the inspector: the prompt filled in with example values. */
export class PreviewPane {
  readonly page: Page
  readonly pane: Locator
  /** The messages, in order. */
  readonly messages: Locator
  readonly problems: Locator
  readonly tokens: Locator
  readonly includes: Locator
  readonly includedBy: Locator

  constructor(page: Page) {
    this.page = page
    this.pane = page.getByTestId('preview')
    this.messages = this.pane.getByRole('list', { name: 'Messages' }).getByRole('listitem')
    this.problems = this.pane.getByRole('list', { name: 'Problems of filling in' })
    this.tokens = page.getByTestId('preview-tokens')
    this.includes = this.pane.getByRole('region', { name: 'Includes' })
    this.includedBy = this.pane.getByRole('region', { name: 'Included by' })
  }

  /** The field of an example value. */
  field(name: string): Locator {
    return this.pane.getByLabel(name, { exact: false })
  }

  async open(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Preview' }).click()
  }
}
