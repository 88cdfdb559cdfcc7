import { expect, type Locator, type Page } from '@playwright/test'

/** The panel in which a version is made. */
export class CommitPanel {
  readonly page: Page
  readonly panel: Locator
  readonly message: Locator
  readonly changeType: Locator
  readonly submit: Locator

  constructor(page: Page, branch = 'main') {
    this.page = page
    this.panel = page.getByRole('dialog', { name: `Commit to ${branch}` })
    this.message = this.panel.getByRole('textbox', { name: 'Message' })
    this.changeType = this.panel.getByRole('combobox', { name: 'Type of change' })
    this.submit = this.panel.getByRole('button', { name: 'Commit' })
  }

  /** Opens it by its keys and waits until the message can be typed. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Control+Enter')
    await expect(this.message).toBeFocused()
  }

  /** Commits by keys, once nothing stands in the way, and waits for the confirmation. */
  async commit(version: string): Promise<void> {
    await this.tryToCommit()
    await expect(this.page.getByText(`Committed ${version}.`)).toBeVisible()
    await expect(this.panel).toBeHidden()
  }

  async tryToCommit(): Promise<void> {
    await expect(this.submit).toBeEnabled()
    await this.page.keyboard.press('Control+Enter')
  }
}
