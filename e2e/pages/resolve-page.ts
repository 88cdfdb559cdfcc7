import { expect, type Locator, type Page } from '@playwright/test'

/** Conflicts in a live text, each with its choices above it. */
export class ConflictsInPlace {
  readonly page: Page
  readonly progress: Locator

  constructor(page: Page) {
    this.page = page
    this.progress = page.getByTestId('conflict-progress')
  }

  /** A conflict with its choices, counted from 1. */
  conflict(at: number): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^Conflict ${at} of`) })
  }
}

/** The screen on which the conflicts of a change request are resolved. */
export class ResolvePage extends ConflictsInPlace {
  /** The live text, in which the conflicts stand. */
  readonly result: Locator

  constructor(page: Page) {
    super(page)
    this.result = page.getByRole('region', { name: 'Result: the live text' })
  }

  /** Waits until the result can be worked on. */
  async isReady(): Promise<void> {
    await expect(this.result.locator('.view-line').first()).toBeVisible({ timeout: 60_000 })
    await expect(this.conflict(1)).toBeVisible()
  }

  side(which: 'base' | 'ours' | 'theirs'): Locator {
    return this.page.getByTestId(`conflict-${which}`)
  }
}
