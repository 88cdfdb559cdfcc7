import { commit, createPrompt } from '../fixtures/prompt.ts'
import { expect, test } from '../fixtures/test.ts'
import { LibraryPage } from '../pages/library-page.ts'
import { TaxonomyPage } from '../pages/taxonomy-page.ts'

test('suggested tags are taken or sent away one by one, never by themselves', async ({ ada, library }) => {
  const { page } = ada
  const prompt = await createPrompt(ada, library, {
    name: 'Answer a ticket',
    content: 'system:\nYou answer support tickets of customers.\n\nuser:\nClassify this ticket.\n',
  })
  await commit(ada, prompt, 'First words')
  await page.goto(`${prompt.home}/settings`)
  const suggested = page.getByRole('button', { name: 'Add the tag support' })
  await suggested.click()
  await expect(suggested).toBeHidden()
  // The keyboard goes on with the next one.
  const other = page.getByRole('button', { name: 'Add the tag classify' })
  await expect(other).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Dismiss the suggestion classify' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(other).toBeHidden()
  await page.getByRole('button', { name: 'Save', exact: true }).first().click()
  await expect(page.getByText('The details are saved.')).toBeVisible()
  const { node } = await ada.api.query<{ node: { tags: { name: string }[] } }>(
    'query ($id: ID!) { node(id: $id) { ... on Prompt { tags { name } } } }',
    { id: prompt.id },
  )
  expect(node.tags.map(({ name }) => name)).toEqual(['support'])
  await expect(page.getByRole('button', { name: 'Save', exact: true }).first()).toBeDisabled()
  await expect(other).toBeHidden()
  await page.reload()
  await expect(other).toBeVisible()
})

test('a suggestion that is sent away from a new prompt stays away while its words are written', async ({
  ada,
  library,
}) => {
  const list = new LibraryPage(ada.page, library)
  await list.open('?create=1')
  const dialog = list.newPrompt
  const description = dialog.getByRole('textbox', { name: 'Description' })
  await description.fill('Extract refunds for support')
  await dialog.getByRole('button', { name: 'Dismiss the suggestion extractors' }).click()
  await dialog.getByRole('button', { name: 'Dismiss the suggestion support', exact: true }).click()
  await description.fill('Extract refunds for support and translate them')
  await expect(dialog.getByRole('button', { name: 'Add the tag translate' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Put it in extractors' })).toBeHidden()
  await expect(dialog.getByRole('button', { name: 'Add the tag support' })).toBeHidden()
})

test('a prompt that moves shows its new key before it is saved; includes keep it where it is', async ({
  ada,
  library,
}) => {
  const { page } = ada
  const moving = await createPrompt(ada, library, { name: 'Ticket triage', category: 'tasks' })
  const included = await createPrompt(ada, library, { name: 'Tone', category: 'tasks' })
  await commit(ada, included, 'First words')
  const host = await createPrompt(ada, library, {
    name: 'Host',
    content: `system:\nBe brief. {{> ${included.key}}}\n`,
  })
  await commit(ada, host, 'First words')
  const category = page.getByRole('combobox', { name: 'Category', exact: true })
  const save = page.getByRole('button', { name: 'Save', exact: true }).first()

  await test.step('one that is included is refused, which is told before', async () => {
    await page.goto(`${included.home}/settings`)
    await category.selectOption('modifiers')
    await expect(page.getByText('The key will be modifiers-general-tone')).toBeVisible()
    await expect(page.getByText(/^1 prompt includes it as tasks-general-tone/)).toBeVisible()
    await save.click()
    await expect(
      page.getByText(`This prompt is included by ${host.key}, and cannot be given another key`),
    ).toBeVisible()
  })

  await test.step('another moves, and its old key finds nothing', async () => {
    await page.goto(`${moving.home}/settings`)
    await category.selectOption('agents')
    const subcategory = page.getByRole('combobox', { name: 'Subcategory' })
    await subcategory.fill('First line')
    await expect(page.getByText('Try "first-line"')).toBeVisible()
    await expect(save).toBeDisabled()
    await subcategory.fill('first-line')
    await expect(page.getByText('The key will be agents-first-line-ticket-triage')).toBeVisible()
    await save.click()
    await expect(page).toHaveURL(`${library.home}/p/agents-first-line-ticket-triage/settings`)
    await expect(page.getByText('The key will be')).toBeHidden()
    await page.goto(moving.home)
    await expect(page.getByRole('heading', { name: 'There is no such prompt' })).toBeVisible()
  })
})

test('subcategories are added, described, renamed and deleted by keyboard', async ({
  ada,
  vera,
  library,
}) => {
  const { page } = ada
  await createPrompt(ada, library, { name: 'Ticket triage', category: 'agents' })
  await page.goto(`${library.home}/settings/taxonomy`)
  const places = page.getByRole('list', { name: 'Subcategories of agents' })
  const chip = (name: string) =>
    places.getByRole('button', { name: `Edit the subcategory ${name}`, exact: true })
  await page.getByRole('button', { name: 'Add a subcategory to agents' }).press('Enter')
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('frist-line')
  await page.keyboard.press('Enter')

  await test.step('one of the library’s own gets another name, unless it is taken', async () => {
    await chip('frist-line').press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Subcategory frist-line of agents' })
    const name = dialog.getByRole('textbox', { name: 'Name' })
    await expect(name).toBeFocused()
    await name.fill('support')
    await page.keyboard.press('Enter')
    await expect(
      dialog.getByText(/^agents has the subcategory support already. Choose another name/),
    ).toBeVisible()
    await name.fill('first-line')
    await dialog.getByRole('textbox', { name: 'What belongs there' }).fill('Who answers first')
    await page.keyboard.press('Enter')
    await expect(page.getByText('agents-frist-line is called agents-first-line now')).toBeVisible()
    await expect(chip('frist-line')).toBeHidden()
    await expect(chip('first-line')).toBeFocused()
    await expect(page.getByRole('tooltip')).toHaveText('Who answers first')
  })

  await test.step('one that every library has, or a prompt is in, is described and keeps its name', async () => {
    await chip('general').press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Subcategory general of agents' })
    await expect(dialog.getByRole('textbox', { name: 'Name' })).not.toBeEditable()
    await expect(dialog.getByText('Every library has it, so its name stays.')).toBeVisible()
    await page.keyboard.type('All else')
    await page.keyboard.press('Enter')
    await expect(page.getByText('agents-general saved')).toBeVisible()
    await expect(chip('general')).toBeFocused()
  })

  await test.step('others see it, and those who may not change it have nothing to press', async () => {
    await vera.page.goto(`${library.home}/settings/taxonomy`)
    const theirs = vera.page.getByRole('list', { name: 'Subcategories of agents' })
    await expect(theirs).toContainText('first-line')
    await expect(theirs.getByRole('button')).toHaveCount(0)
    await places.getByRole('button', { name: 'Delete the subcategory first-line' }).press('Enter')
    await expect(theirs).not.toContainText('first-line')
  })
})

test('many prompts are changed at once; what is refused is named with its reason', async ({
  ada,
  library,
}) => {
  const { page } = ada
  const list = new LibraryPage(page, library)
  await createPrompt(ada, library, { name: 'First letter', category: 'tasks' })
  await createPrompt(ada, library, { name: 'Second letter', category: 'tasks' })
  await createPrompt(ada, library, { name: 'First letter', category: 'agents' })
  await createPrompt(ada, library, { name: 'Third letter', category: 'tasks' })
  await list.open()
  await expect(list.rows).toHaveCount(4)

  await test.step('tags are given to all of them, and taken back by one click', async () => {
    await list.select('Second letter', 'Third letter')
    await list.selection.getByRole('button', { name: 'Tags…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Tags of 2 prompts' })
    await dialog.getByRole('combobox', { name: 'Add' }).fill('Letters')
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Apply' }).click()
    await expect(page.getByText('2 prompts tagged anew')).toBeVisible()
    await expect(list.row('Third letter')).toContainText('letters')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(list.row('Third letter')).not.toContainText('letters')
  })

  await test.step('a move shows the new keys; a key that is taken is refused, the others move', async () => {
    await list.filters.getByRole('checkbox', { name: /tasks/ }).check()
    await expect(list.rows).toHaveCount(3)
    await list.select('First letter', 'Second letter')
    await list.selection.getByRole('button', { name: 'More to change' }).click()
    await page.getByRole('menuitem', { name: /Category/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Move 2 prompts' })
    await dialog.getByRole('combobox', { name: 'Category', exact: true }).selectOption('agents')
    await expect(dialog.getByRole('list', { name: 'New keys' })).toContainText('agents-general-second-letter')
    await dialog.getByRole('button', { name: 'Apply' }).click()
    const refused = page.getByRole('list', { name: 'Refused' })
    await expect(refused.getByRole('listitem')).toHaveCount(1)
    await expect(refused).toContainText('First letter')
    await expect(refused).toContainText('agents-general-first-letter')
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
    await list.lists('First letter', 'Third letter')
  })
})

test('a field that an admin defines is filled in by a developer', async ({ ada, dev, library, prompt }) => {
  await ada.page.goto(`${library.home}/settings/fields`)
  await ada.page.getByRole('button', { name: 'New field' }).click()
  const dialog = ada.page.getByRole('dialog', { name: 'New field' })
  await dialog.getByRole('textbox', { name: 'Label' }).fill('Risk level')
  await dialog.getByRole('combobox', { name: 'Kind' }).selectOption('NUMBER')
  await dialog.getByRole('button', { name: 'Create field' }).click()
  await expect(ada.page.getByRole('table', { name: 'Fields' })).toContainText('risk-level')

  await dev.page.goto(`${prompt.home}/settings`)
  const field = dev.page.getByRole('textbox', { name: 'Risk level' })
  await field.fill('much')
  await expect(dev.page.getByText(/Risk level is a number/)).toBeVisible()
  await field.fill('3')
  await dev.page.getByRole('button', { name: 'Save fields' }).click()
  await expect(dev.page.getByText('The fields are saved.')).toBeVisible()
  await dev.page
    .getByRole('region', { name: 'Metadata as YAML' })
    .getByRole('button', { name: 'Show' })
    .click()
  await expect(dev.page.getByRole('region', { name: 'YAML', exact: true })).toContainText('risk-level: 3')
})

test('a merge of tags reaches another person at once', async ({ ada, vera, library }) => {
  await createPrompt(ada, library, { name: 'Refund letter', tags: ['support', 'letters'] })
  await createPrompt(ada, library, { name: 'Ticket triage', tags: ['customer-support'] })
  const mine = new TaxonomyPage(ada.page, library)
  const theirs = new TaxonomyPage(vera.page, library)
  await mine.openTags()
  await theirs.openTags()
  await theirs.listsTags('support', 'letters', 'customer-support')
  await expect(vera.page.getByText('Only developers and admins can change tags.')).toBeVisible()
  await mine.merge(['support', 'customer-support'], 'support')
  await theirs.listsTags('support', 'letters')
  await expect(theirs.tag('support').getByRole('link')).toHaveText('2')
})

test('a search is saved, shared and found by somebody else; a favourite is one’s own', async ({
  ada,
  vera,
  library,
}) => {
  await createPrompt(ada, library, { name: 'Refund letter', tags: ['support'] })
  await createPrompt(ada, library, { name: 'Ticket triage', category: 'agents' })
  const mine = new LibraryPage(ada.page, library)
  const theirs = new LibraryPage(vera.page, library)
  await theirs.open()
  await theirs.lists('Refund letter', 'Ticket triage')
  await mine.open('?tag=support')
  await mine.lists('Refund letter')

  await test.step('save and share', async () => {
    await mine.groups.getByRole('button', { name: 'Save this search…' }).click()
    const dialog = ada.page.getByRole('dialog', { name: 'Save this search' })
    await dialog.getByRole('textbox', { name: 'Name' }).fill('All of support')
    await dialog.getByRole('switch', { name: 'Share with the library' }).check()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(mine.groups.getByRole('button', { name: 'All of support', exact: true })).toBeVisible()
  })

  await test.step('it arrives with the others, who can open but not change it', async () => {
    await theirs.groups.getByRole('button', { name: 'All of support' }).click()
    await theirs.lists('Refund letter')
    await expect(vera.page).toHaveURL(`${library.home}?tag=support`)
    await expect(theirs.groups.getByRole('button', { name: 'More about All of support' })).toBeHidden()
  })

  await test.step('F makes a favourite, which only one person sees', async () => {
    await ada.page.keyboard.press('j')
    await ada.page.keyboard.press('f')
    await expect(mine.row('Refund letter').getByRole('button', { name: 'Favourite' })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await mine.groups.getByRole('button', { name: 'Favourites' }).click()
    await mine.lists('Refund letter')
    await theirs.groups.getByRole('button', { name: 'Favourites' }).click()
    await expect(vera.page.getByRole('heading', { name: 'No favourites yet' })).toBeVisible()
  })

  await test.step('what was opened is found again', async () => {
    await mine.groups.getByRole('button', { name: 'All prompts' }).click()
    await mine.row('Ticket triage').getByRole('link').click()
    await expect(ada.page.getByRole('heading', { name: 'Ticket triage', level: 1 })).toBeVisible()
    await mine.open('?view=recent')
    await mine.lists('Ticket triage')
  })
})

test('from a template: a name that is taken gets another, and a text that is there already is told', async ({
  ada,
  library,
}) => {
  const { page } = ada
  const list = new LibraryPage(page, library)
  const { prompt } = await ada.api.change<{ prompt: { key: string; branch: { id: string } } }>(
    'promptCreate',
    { libraryId: library.id, name: 'Sort mail', category: 'tasks', templateId: 'classifier' },
    'prompt { key branch(name: "main") { id } }',
  )
  await ada.api.change('commitCreate', {
    branchId: prompt.branch.id,
    message: 'First words',
    changeType: 'FEATURE',
    expectedHead: null,
  })
  await list.open('?create=1')
  const dialog = list.newPrompt
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Sort mail')
  await dialog.getByRole('button', { name: /^Take sort-mail/ }).click()
  await expect(dialog.getByText(/^tasks-general-sort-mail-\d$/)).toBeVisible()
  await dialog.getByRole('combobox', { name: 'Begin with' }).selectOption('classifier')
  await expect(dialog.getByRole('link', { name: prompt.key })).toBeVisible()
  await dialog.getByRole('button', { name: 'Create anyway' }).click()
  await expect(page.getByRole('heading', { name: 'Sort mail', level: 1 })).toBeVisible()
  await expect(page).toHaveURL(/\/p\/tasks-general-sort-mail-\d$/)
})
