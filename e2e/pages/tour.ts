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
    { name: 'overview', address: `${home}/overview`, loaded: heading('Overview of Scriptorium') },
    {
      name: 'library changelog',
      address: `${home}/changelog?days=365`,
      loaded: async (page) => expect(page.getByText('Five findings are read, seven are not')).toBeVisible(),
    },
    {
      name: 'categories',
      address: `${home}/settings/taxonomy`,
      loaded: async (page) =>
        expect(page.getByRole('list', { name: 'Categories', exact: true })).toBeVisible(),
    },
    {
      name: 'tags',
      address: `${home}/settings/taxonomy?show=tags`,
      loaded: async (page) => expect(page.getByRole('table', { name: 'Tags' })).toBeVisible(),
    },
    { name: 'fields', address: `${home}/settings/fields`, loaded: heading('Fields') },
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
    {
      name: 'dependency map',
      address: `${home}/dependencies?view=map`,
      loaded: async (page) => expect(page.getByRole('region', { name: /^Dependency map/ })).toBeVisible(),
    },
    {
      name: 'dependencies as a list',
      address: `${home}/dependencies?view=list`,
      loaded: async (page) => expect(page.getByRole('table', { name: 'Includes' })).toBeVisible(),
    },
    {
      name: 'usage of an included prompt',
      address: `${home}/p/modifiers-general-plain-language/usage`,
      loaded: async (page) =>
        expect(page.getByRole('table', { name: 'Prompts that include this one' })).toBeVisible(),
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
  const blame = async (page: Page) =>
    expect(page.getByTestId('blame-gutter').locator('.blame-row').first()).toBeVisible()
  return [
    { name: 'write', address: home, loaded: (page) => editor(page, 'prompt-editor') },
    {
      name: 'history',
      address: `${home}/history`,
      loaded: async (page) =>
        expect(page.getByRole('list', { name: 'Versions, newest first' })).toBeVisible(),
    },
    {
      name: 'changelog',
      address: `${home}/changelog`,
      loaded: async (page) => expect(page.getByRole('heading', { name: newer })).toBeVisible(),
    },
    {
      name: 'branches',
      address: `${home}/branches`,
      loaded: async (page) => expect(page.getByRole('table', { name: 'Branches' })).toBeVisible(),
    },
    { name: 'blame', address: `${home}/commits/${newer}?view=blame`, loaded: blame },
    {
      name: 'compare',
      address: `${home}/compare/${older}..${newer}`,
      loaded: (page) => editor(page, 'text-diff'),
    },
    { name: 'version', address: `${home}/commits/${newer}`, loaded: (page) => editor(page, 'text-diff') },
    {
      name: 'usage',
      address: `${home}/usage`,
      loaded: async (page) => expect(page.getByTestId('impact')).toBeVisible(),
    },
    {
      name: 'prompt settings',
      address: `${home}/settings`,
      loaded: async (page) => expect(page.getByRole('heading', { name: 'Archive' })).toBeVisible(),
    },
  ]
}

/** The change requests of the demo library: lists, the page for a new one, and one that waits, one in conflict, one merged. */
export function changeStops(home: string): Stop[] {
  const list = async (page: Page) =>
    expect(page.getByRole('list', { name: 'Change requests, newest activity first' })).toBeVisible()
  const stateOf = (state: string) => async (page: Page) =>
    expect(page.getByTestId('merge-state')).toContainText(state)
  const difference = async (page: Page) =>
    expect(page.getByRole('table', { name: /^Difference from/ })).toBeVisible()
  const waiting = `${home}/p/agents-research-research-analyst`
  const conflicting = `${home}/p/templates-general-code-review/changes/2`
  return [
    { name: 'change requests', address: `${home}/changes?show=all`, loaded: list },
    { name: 'change requests of a prompt', address: `${waiting}/changes`, loaded: list },
    {
      name: 'new change request',
      address: `${home}/p/templates-general-incident-report/changes/new`,
      loaded: async (page) => expect(page.getByRole('heading', { name: 'New change request' })).toBeVisible(),
    },
    { name: 'change request', address: `${waiting}/changes/3`, loaded: stateOf('Not ready yet') },
    { name: 'its difference', address: `${waiting}/changes/3?tab=difference`, loaded: difference },
    {
      name: 'its commits',
      address: `${waiting}/changes/3?tab=commits`,
      loaded: async (page) => expect(page.getByRole('list', { name: 'Commits, newest first' })).toBeVisible(),
    },
    { name: 'change request in conflict', address: conflicting, loaded: stateOf('to resolve first') },
    {
      name: 'merged change request',
      address: `${home}/p/templates-general-incident-report/changes/1`,
      loaded: stateOf('Merged as'),
    },
  ]
}
