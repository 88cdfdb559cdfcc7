import { importPrompts, type ManyRow } from '../fixtures/many-prompts.ts'
import { expect, test } from '../fixtures/test.ts'
import { LibraryPage } from '../pages/library-page.ts'

const THINGS = [
  'ticket',
  'invoice',
  'contract',
  'meeting',
  'release',
  'customer',
  'campaign',
  'incident',
  'lesson',
  'recipe',
]
const DEEDS = [
  'Summarize',
  'Translate',
  'Classify',
  'Rewrite',
  'Review',
  'Extract',
  'Plan',
  'Explain',
  'Compare',
  'Draft',
]

/** Ten thousand prompts, among them one about a zebra, and one about a quokka in its text alone. */
const ROWS: ManyRow[] = Array.from({ length: 10_000 }, (_, at) => {
  if (at === 1_234) return ['Zebra crossing advice', 'Say when a crossing may be used.', 'traffic']
  if (at === 5_678) return ['Marsupials', 'Tell what a quokka and a wombat have in common.', 'animals']
  const [deed, thing] = [DEEDS[at % 10], THINGS[Math.floor(at / 10) % 10]]
  return [`${deed} a ${thing} ${at}`, `${deed} the ${thing} in {{text}} for reader ${at}.`, String(thing)]
})

test('a prompt among ten thousand is found in three keystrokes', async ({ ada, library }) => {
  test.setTimeout(300_000)
  const { page } = ada
  const list = new LibraryPage(page, library)
  await importPrompts(ada, library, ROWS)
  await list.open()
  await expect(page.getByText('10,000 prompts')).toBeVisible()

  await test.step('in the list: three letters leave it on top, marked', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('zeb')
    await expect(list.rows.first().getByRole('link')).toHaveText('Zebra crossing advice')
    await expect(list.rows.first().getByRole('link').locator('mark')).toHaveText('Zeb')
    await expect(page.getByText('1 prompt', { exact: true })).toBeVisible()
  })

  await test.step('by a word of its text, which is shown', async () => {
    await list.search.fill('quo')
    await expect(list.row('Marsupials')).toContainText('what a quokka and a wombat')
    await expect(list.row('Marsupials').locator('mark')).toHaveText('quo')
  })

  await test.step('misspelt: the list says what it searched for instead', async () => {
    await list.search.fill('zebar')
    await expect(page.getByText('Showing results for zebra instead of “zebar”')).toBeVisible()
    await list.lists('Zebra crossing advice')
    await expect(list.row('Zebra crossing advice').getByRole('link').locator('mark')).toHaveText('Zebra')
  })

  await test.step('a word of thousands stays quick, counts and narrows', async () => {
    await list.search.fill('summarize')
    await expect(page.getByText('1,000 prompts')).toBeVisible()
    await expect(list.rows.first().getByRole('link').locator('mark')).toHaveText('Summarize')
    await list.filters.getByRole('checkbox', { name: /invoice/ }).check()
    await expect(page.getByText('100 prompts')).toBeVisible()
    await expect(page).toHaveURL(`${library.home}?q=summarize&tag=invoice`)
    await list.search.fill('summarize tag:recipe')
    await expect(page.getByText('0 prompts')).toBeVisible()
  })

  await test.step('in the palette: three letters and Enter open it', async () => {
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog', { name: 'Search and commands' })
    await expect(palette).toBeVisible()
    await page.keyboard.type('zeb')
    await expect(palette.getByRole('button', { name: /Zebra crossing advice/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Zebra crossing advice', level: 1 })).toBeVisible()
  })
})
