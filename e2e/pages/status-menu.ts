import { expect, type Locator, type Page } from '@playwright/test'

/** The status of a prompt in its header, with the moves that lead on from it. */
export class StatusMenu {
  readonly page: Page
  /** What screen readers are told when somebody moves the prompt. */
  readonly announced: Locator

  constructor(page: Page) {
    this.page = page
    this.announced = page.getByTestId('status-announcer')
  }

  /** Waits until the prompt has this status. */
  async shows(word: string): Promise<void> {
    await expect(this.page.getByRole('button', { name: `Status ${word}: move` })).toBeVisible()
  }

  /** A move in the menu, which has to be open. */
  move(label: string): Locator {
    return this.page.getByRole('menuitem', { name: new RegExp(`^${label}…`) })
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: /^Status .*: move$/ }).click()
  }

  /** Makes a move by its dialog, and waits until that has closed. */
  async make(label: string, reason = ''): Promise<void> {
    await this.open()
    await this.move(label).click()
    const dialog = this.page.getByRole('dialog')
    if (reason) await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason)
    await dialog.getByRole('button', { name: label, exact: true }).click()
    await expect(dialog).toBeHidden()
  }
}
