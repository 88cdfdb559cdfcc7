import { expect, type Page } from '@playwright/test'

/** One page of the product and the sign that it has loaded. */
export interface Stop {
  readonly name: string
  readonly address: string
  readonly loaded: (page: Page) => Promise<void>
}

const heading = (name: string) => async (page: Page) =>
  expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()

/** Every page of a library, as its admin sees it. */
export function libraryStops(home: string): Stop[] {
  return [
    {
      name: 'library',
      address: home,
      loaded: async (page) => expect(page.getByRole('table', { name: 'Prompts' })).toBeVisible(),
    },
    {
      name: 'members',
      address: `${home}/members`,
      loaded: async (page) => expect(page.getByRole('table', { name: 'Members' })).toBeVisible(),
    },
    { name: 'API keys', address: `${home}/keys`, loaded: heading('API keys') },
    {
      name: 'audit',
      address: `${home}/audit`,
      loaded: async (page) => expect(page.getByRole('table', { name: 'Audit log' })).toBeVisible(),
    },
    {
      name: 'settings',
      address: `${home}/settings`,
      loaded: async (page) => expect(page.getByRole('textbox', { name: 'Name' })).toBeVisible(),
    },
    { name: 'import', address: `${home}/import`, loaded: heading('Import prompts') },
    {
      name: 'account',
      address: '/account',
      loaded: async (page) => expect(page.getByRole('table', { name: 'Sessions' })).toBeVisible(),
    },
    {
      name: 'missing page',
      address: `${home}/p/no-such-prompt`,
      loaded: async (page) =>
        expect(page.getByRole('heading', { name: 'There is no such prompt' })).toBeVisible(),
    },
  ]
}

/** Every page of a prompt that has these two versions. */
export function promptStops(home: string, older: string, newer: string): Stop[] {
  const editor = async (page: Page, kind: string) =>
    expect(page.getByTestId(kind).locator('.view-line').first()).toBeVisible()
  return [
    { name: 'write', address: home, loaded: (page) => editor(page, 'prompt-editor') },
    {
      name: 'history',
      address: `${home}/history`,
      loaded: async (page) =>
        expect(page.getByRole('list', { name: 'Versions, newest first' })).toBeVisible(),
    },
    {
      name: 'compare',
      address: `${home}/compare/${older}..${newer}`,
      loaded: (page) => editor(page, 'text-diff'),
    },
    { name: 'version', address: `${home}/commits/${newer}`, loaded: (page) => editor(page, 'text-diff') },
    {
      name: 'prompt settings',
      address: `${home}/settings`,
      loaded: async (page) => expect(page.getByRole('heading', { name: 'Archive' })).toBeVisible(),
    },
  ]
}
