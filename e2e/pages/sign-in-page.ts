import { expect, type Page } from '@playwright/test'

/** The page on which people sign in. */
export class SignInPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    await this.page.goto('/sign-in')
  }

  async asDemo(name: string): Promise<void> {
    await this.page.getByRole('button', { name }).click()
  }

  async withPassword(email: string, password: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'E-mail' }).fill(email)
    await this.page.getByLabel('Password', { exact: true }).fill(password)
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }

  /** Waits until somebody is signed in, in whichever library. */
  async signedInAs(name: string): Promise<void> {
    await expect(this.page.getByRole('button', { name: `Account of ${name}` })).toBeVisible()
  }
}
