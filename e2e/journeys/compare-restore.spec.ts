import { commit, serverText } from '../fixtures/prompt.ts'
import { replaceText } from '../fixtures/room.ts'
import { expect, START, test } from '../fixtures/test.ts'
import { HistoryPage } from '../pages/history-page.ts'
import { PromptPage } from '../pages/prompt-page.ts'

const LATER = START.replace('brief', 'thorough').concat('Tell {{name}} about it.\n')

test('two versions are compared, an old one is restored, and undo takes that back', async ({
  ada,
  dev,
  prompt,
}) => {
  await commit(ada, prompt, 'First words')
  await replaceText(ada, prompt, LATER)
  await commit(ada, prompt, 'More thorough', 'FEATURE')
  const [history, hers, his] = [
    new HistoryPage(dev.page, prompt),
    new PromptPage(ada.page, prompt),
    new PromptPage(dev.page, prompt),
  ]
  await Promise.all([history.open(), hers.open()])
  await hers.shows(LATER)

  await test.step('the comparison shows what changed, down to the word', async () => {
    await history.compare('1.0.0', '1.1.0')
    await expect(dev.page).toHaveURL(`${prompt.home}/compare/1.0.0..1.1.0`)
    const diff = dev.page.getByTestId('text-diff')
    await expect(diff.getByRole('textbox', { name: 'Text of 1.0.0' })).toBeAttached()
    await expect(diff.locator('.original .view-line', { hasText: 'Be brief.' })).toBeVisible()
    await expect(diff.locator('.modified .view-line', { hasText: 'Be thorough.' })).toBeVisible()
    await expect(diff.locator('.original .char-delete').first()).toBeVisible()
    await expect(diff.locator('.modified .char-insert').first()).toBeVisible()
    await expect(dev.page.getByRole('list', { name: 'What changed in the document' })).toContainText(
      'input name added',
    )
    await dev.page.getByText('Inline', { exact: true }).click()
    await expect(diff.locator('.view-line', { hasText: 'Be thorough.' })).toBeVisible()
  })

  await test.step('restored, the old text is in the other’s editor', async () => {
    await dev.page.getByRole('link', { name: 'History' }).click()
    await history.restore('1.0.0')
    await hers.shows(START)
    expect(await serverText(ada, prompt)).toBe(START)
  })

  await test.step('undo brings the newer text back', async () => {
    await dev.page.getByRole('button', { name: 'Open the editor' }).click()
    await his.shows(START)
    await his.input.press('Control+z')
    await his.shows(LATER)
    await hers.shows(LATER)
    await his.saved()
    expect(await serverText(ada, prompt)).toBe(LATER)
  })
})
