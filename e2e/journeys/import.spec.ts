import type { Locator, Page } from '@playwright/test'
import type { Library } from '../fixtures/library.ts'
import type { Person } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'

/** Four rows, the third without a text; the first holds a Windows line end, a comma and quotes. */
const CSV = [
  'title,prompt,kind',
  '"Polite refusal","Say ""no"", kindly.\r\nGive a reason.",agents',
  'Haiku,Write a haiku about {{topic}}.,generators',
  'Empty one,,agents',
  'Titles,Write ten titles.,generators',
].join('\n')

const choose = (page: Page) =>
  page.locator('input[type=file]').setInputFiles({
    name: 'prompts.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(CSV),
  })

const counts = (section: Locator) =>
  section
    .locator('dl > div')
    .evaluateAll((pairs) =>
      Object.fromEntries(
        pairs.map((pair) => [pair.querySelector('dt')?.textContent, pair.querySelector('dd')?.textContent]),
      ),
    )

async function contentOf(reader: Person, library: Library, key: string): Promise<string> {
  const data = await reader.api.query<{ library: { prompt: { head: { content: string } } } }>(
    'query ($slug: String!, $key: String!) { library(slug: $slug) { prompt(key: $key) { head { content } } } }',
    { slug: library.slug, key },
  )
  return data.library.prompt.head.content
}

test('a CSV file is mapped, tried, imported, and skipped when it comes again', async ({ dev, library }) => {
  const { page } = dev
  await page.goto(`${library.home}/import`)
  await choose(page)

  await test.step('columns are guessed and can be chosen; the preview shows what would come', async () => {
    await expect(page.getByText('4 rows, 3 columns')).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Name' })).toHaveValue('title')
    await expect(page.getByRole('combobox', { name: 'Text' })).toHaveValue('prompt')
    await page.getByRole('combobox', { name: 'Category', exact: true }).click()
    await page.getByRole('option', { name: 'kind', exact: true }).click()
    const preview = page.getByRole('table', { name: 'Preview' })
    await expect(preview).toContainText('agents-general-polite-refusal')
    await expect(preview.getByRole('row').filter({ hasText: 'Empty one' })).toContainText(
      'The row has no content.',
    )
  })

  await test.step('a trial keeps nothing', async () => {
    await page.getByRole('button', { name: 'Try without keeping anything' }).click()
    const trial = page.getByRole('region', { name: 'Result of the trial' })
    await expect(trial).toBeVisible()
    expect(await counts(trial)).toEqual({
      'would be new': '3',
      'would change': '0',
      'there already, unchanged': '0',
      'would not fit': '1',
    })
    await expect(trial.getByRole('table', { name: 'Rows that did not fit' })).toContainText('Empty one')
    expect(await promptCount()).toBe(0)
  })

  await test.step('the import keeps every text to the byte, but for line ends', async () => {
    await page.getByRole('button', { name: 'Import 4 rows' }).click()
    const result = page.getByRole('region', { name: 'Result', exact: true })
    await expect(result).toBeVisible()
    expect(await counts(result)).toEqual({
      new: '3',
      changed: '0',
      'there already, unchanged': '0',
      'not imported': '1',
    })
    expect(await contentOf(dev, library, 'agents-general-polite-refusal')).toBe(
      'Say "no", kindly.\nGive a reason.',
    )
    await expect(page.getByText(/1 Windows line end/)).toBeVisible()
    await page.getByRole('link', { name: 'See them in the library' }).click()
    await expect(page.getByRole('link', { name: 'Haiku' })).toBeVisible()
  })

  await test.step('again, everything is there already', async () => {
    await page.goto(`${library.home}/import`)
    await choose(page)
    await page.getByRole('combobox', { name: 'Category', exact: true }).click()
    await page.getByRole('option', { name: 'kind', exact: true }).click()
    await page.getByRole('button', { name: 'Import 4 rows' }).click()
    const result = page.getByRole('region', { name: 'Result', exact: true })
    await expect(result).toBeVisible()
    expect(await counts(result)).toEqual({
      new: '0',
      changed: '0',
      'there already, unchanged': '3',
      'not imported': '1',
    })
    expect(await promptCount()).toBe(3)
  })

  async function promptCount(): Promise<number> {
    const data = await dev.api.query<{ library: { prompts: { totalCount: number } } }>(
      'query ($slug: String!) { library(slug: $slug) { prompts { totalCount } } }',
      { slug: library.slug },
    )
    return data.library.prompts.totalCount
  }
})
