import { branchNames, createBranch, onBranch } from '../fixtures/branch.ts'
import { commit, serverText } from '../fixtures/prompt.ts'
import { replaceText } from '../fixtures/room.ts'
import { expect, START, test } from '../fixtures/test.ts'
import { BranchesPage } from '../pages/branches-page.ts'
import { CommitPanel } from '../pages/commit-panel.ts'
import { HistoryPage } from '../pages/history-page.ts'
import { PromptPage } from '../pages/prompt-page.ts'

test('a branch is opened, written on by two, committed, renamed, protected, deleted and restored', async ({
  ada,
  dev,
  prompt,
}) => {
  await commit(ada, prompt, 'First words')
  const [hers, his] = [new PromptPage(ada.page, prompt), new PromptPage(dev.page, prompt)]
  await Promise.all([hers.open(), his.open()])

  await test.step('opened from the header, by a name as people type it', async () => {
    await dev.page.getByRole('button', { name: 'Branch main: switch' }).click()
    await dev.page.getByRole('button', { name: 'New branch…' }).click()
    const dialog = dev.page.getByRole('dialog', { name: 'New branch' })
    await dialog.getByRole('textbox', { name: 'Name' }).pressSequentially('Warm tone')
    await dialog.getByRole('button', { name: 'Open branch' }).click()
    await expect(dev.page).toHaveURL(`${prompt.home}?branch=feature/warm-tone`)
    await his.isReady()
    await his.shows(START)
  })

  await test.step('two write on it together; main stays', async () => {
    await hers.switchTo('feature/warm-tone')
    await hers.isReady()
    await expect(hers.people.getByRole('button', { name: 'Follow Dev Malhotra' })).toBeVisible()
    await his.placeCursor()
    await his.type('Be warm.')
    await his.saved()
    await expect.poll(() => hers.text()).toContain('Be warm.')
    await hers.placeCursor(2)
    await hers.type(' Be kind.')
    await hers.saved()
    const written = START.replace('Be brief.', 'Be brief. Be kind.').concat('Be warm.')
    await Promise.all([hers.shows(written), his.shows(written)])
    expect(await serverText(ada, await onBranch(ada, prompt, 'feature/warm-tone'))).toBe(written)
    expect(await serverText(ada, prompt)).toBe(START)
  })

  await test.step('a commit there takes no number and has both authors', async () => {
    const panel = new CommitPanel(ada.page, 'feature/warm-tone')
    await panel.open()
    await expect(panel.panel.getByText('versions are numbered on main')).toBeVisible()
    await ada.page.keyboard.type('A warmer tone')
    await panel.tryToCommit()
    await expect(ada.page.getByText(/^Committed [0-9a-f]{7}\.$/)).toBeVisible()
    await ada.page.getByRole('link', { name: 'History' }).click()
    await expect(ada.page).toHaveURL(`${prompt.home}/history?branch=feature/warm-tone`)
    const history = new HistoryPage(ada.page, prompt)
    await expect(history.versions).toHaveCount(2)
    await expect(history.versions.first()).toContainText('A warmer tone')
    await expect(history.versions.first()).toContainText('Dev Malhotra')
    await expect(history.versions.first()).toContainText('Ada Lindqvist')
  })

  await test.step('switching goes back to main, in the history too', async () => {
    await hers.switchTo('main')
    await expect(ada.page).toHaveURL(`${prompt.home}/history`)
    await expect(new HistoryPage(ada.page, prompt).versions).toHaveCount(1)
  })

  const branches = new BranchesPage(ada.page, prompt)
  await test.step('the list says how far it is, and renames it; who is on it goes along', async () => {
    await branches.open()
    await expect(
      branches.row('feature/warm-tone').getByRole('img', { name: '1 commit ahead of main' }),
    ).toBeVisible()
    await expect(branches.row('feature/warm-tone').getByRole('img', { name: 'Dev Malhotra' })).toBeVisible()
    await branches.choose('feature/warm-tone', 'Rename…')
    const name = branches.dialog('Rename feature/warm-tone').getByRole('textbox', { name: 'Name' })
    await name.fill('Kind tone')
    await name.press('Enter')
    await expect(branches.row('feature/kind-tone')).toBeVisible()
    await expect(dev.page).toHaveURL(`${prompt.home}?branch=feature/kind-tone`)
    await expect.poll(() => his.text()).toContain('Be warm.')
  })

  await test.step('protected, it takes no commits and can be neither renamed nor deleted', async () => {
    await branches.choose('feature/kind-tone', 'Protect…')
    await branches.dialog('Protect feature/kind-tone?').getByRole('button', { name: 'Protect' }).click()
    await expect(branches.row('feature/kind-tone').getByRole('img', { name: 'Protected' })).toBeVisible()
    await his.placeCursor()
    await his.type(' And calm.')
    await his.saved()
    const panel = new CommitPanel(dev.page, 'feature/kind-tone')
    await panel.open()
    await expect(panel.panel.getByRole('alert')).toContainText('is protected')
    await expect(panel.submit).toBeHidden()
    await dev.page.keyboard.press('Escape')
    await ada.page.getByRole('button', { name: 'More about feature/kind-tone' }).click()
    await expect(ada.page.getByRole('menuitem', { name: 'End the protection…' })).toBeVisible()
    await expect(ada.page.getByRole('menuitem', { name: 'Delete…' })).toBeHidden()
    await ada.page.getByRole('menuitem', { name: 'End the protection…' }).click()
    await ada.page.getByRole('dialog').getByRole('button', { name: 'End protection' }).click()
    await expect(branches.row('feature/kind-tone').getByRole('img', { name: 'Protected' })).toBeHidden()
  })

  await test.step('deleting says what would be gone; who is on it is told and can bring it back', async () => {
    await branches.choose('feature/kind-tone', 'Delete…')
    const dialog = branches.dialog('Delete feature/kind-tone?')
    await expect(dialog).toContainText('1 commit that main does not have is on this branch alone.')
    await expect(dialog).toContainText('by Dev Malhotra in its live text.')
    await expect(dialog).toContainText('Dev Malhotra has it open now')
    await dialog.getByRole('button', { name: 'Delete branch' }).click()
    await expect(branches.deleted).toContainText('feature/kind-tone')
    expect(await branchNames(ada, prompt)).toEqual(['main'])
    await expect(dev.page.getByRole('heading', { name: 'feature/kind-tone was deleted' })).toBeVisible()
    await dev.page.getByRole('button', { name: 'Restore it' }).click()
    await his.isReady()
    await expect.poll(() => his.text()).toContain('And calm.')
    await expect(branches.row('feature/kind-tone')).toBeVisible()
    await expect(branches.deleted).toBeHidden()
  })
})

test('a rollback of main is seen live, and what is uncommitted there stays', async ({ ada, dev, prompt }) => {
  await commit(ada, prompt, 'First words')
  await replaceText(ada, prompt, START.replace('brief', 'thorough'))
  await commit(ada, prompt, 'More thorough')
  const his = new PromptPage(dev.page, prompt)
  await his.open()
  await his.placeCursor()
  await his.type('And kindly.')
  await his.saved()

  const history = new HistoryPage(ada.page, prompt)
  await history.open()
  await ada.page.getByRole('button', { name: 'More about 1.0.0' }).click()
  await ada.page.getByRole('menuitem', { name: 'Roll main back to 1.0.0…' }).click()
  const dialog = ada.page.getByRole('dialog', { name: 'Roll main back to 1.0.0' })
  await expect(dialog.getByRole('button', { name: 'Roll back to 1.0.0' })).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Answers became too long')
  await dialog.getByRole('button', { name: 'Roll back to 1.0.0' }).click()
  await expect(ada.page.getByText('main has the text of 1.0.0 again, as 1.0.2.')).toBeVisible()
  await expect(history.versions.first()).toContainText('Answers became too long')

  await his.shows(`${START}And kindly.`)
  await expect(dev.page.getByText('Ada Lindqvist rolled back, 1.0.2')).toBeVisible()
  expect(await serverText(dev, prompt)).toBe(`${START}And kindly.`)
})

test('main of a prompt that needs reviews sends the text and the message to a branch', async ({
  ada,
  dev,
  prompt,
}) => {
  await commit(ada, prompt, 'First words')
  const his = new PromptPage(dev.page, prompt)
  await his.open()
  await his.placeCursor()
  await his.type('In a {{tone}} tone.')
  await his.saved()
  const panel = new CommitPanel(dev.page)
  await panel.open()
  await dev.page.keyboard.type('Takes a tone')
  await panel.changeType.selectOption('BREAKING')
  await expect(panel.panel.getByRole('alert')).toContainText('needs a review')
  await panel.panel.getByRole('button', { name: 'Put it on a branch…' }).click()
  const dialog = dev.page.getByRole('dialog', { name: 'New branch' })
  await expect(dialog).toBeVisible()
  await dev.page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await panel.panel.getByRole('button', { name: 'Put it on a branch…' }).click()
  await expect(dialog.getByRole('checkbox', { name: 'Bring the uncommitted text along' })).toBeChecked()
  await dialog.getByRole('checkbox', { name: 'Take it out of main' }).check()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('tone')
  await dialog.getByRole('button', { name: 'Open it with this text' }).click()
  await expect(dev.page).toHaveURL(`${prompt.home}?branch=feature/tone`)
  await his.isReady()
  await his.shows(`${START}In a {{tone}} tone.`)
  expect(await serverText(dev, prompt)).toBe(START)
  const there = new CommitPanel(dev.page, 'feature/tone')
  await there.open()
  await expect(there.message).toHaveValue('Takes a tone')
  await expect(there.submit).toBeEnabled()
})

test('a branch that is not there says so and leads back', async ({ ada, vera, prompt }) => {
  await commit(ada, prompt, 'First words')
  const { branchId } = await createBranch(ada, prompt, 'experiment/short')
  await ada.api.change('branchDelete', { id: branchId })
  await vera.page.goto(`${prompt.home}?branch=experiment/short`)
  await expect(vera.page.getByRole('heading', { name: 'experiment/short was deleted' })).toBeVisible()
  await expect(vera.page.getByRole('button', { name: 'Restore it' })).toBeHidden()
  await vera.page.goto(`${prompt.home}/history?branch=feature/never-was`)
  await expect(vera.page.getByRole('heading', { name: 'There is no branch feature/never-was' })).toBeVisible()
  await vera.page.getByRole('link', { name: 'Go to main' }).click()
  await new PromptPage(vera.page, prompt).isReady()
  await expect(vera.page).toHaveURL(prompt.home)
})

test('typing the closing braces of a tag leaves none behind', async ({ ada, prompt }) => {
  const hers = new PromptPage(ada.page, prompt)
  await hers.open()
  await hers.placeCursor()
  await hers.type('{{name}} and ')
  await hers.type('{{tone')
  await ada.page.keyboard.press('Home')
  await ada.page.keyboard.press('End')
  await ada.page.keyboard.press('ArrowLeft')
  await ada.page.keyboard.press('ArrowLeft')
  await hers.type('}}!')
  await hers.saved()
  expect(await serverText(ada, prompt)).toBe(`${START}{{name}} and {{tone}}!`)
})
