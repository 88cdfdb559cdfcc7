import { commit, headOf, serverText } from '../fixtures/prompt.ts'
import { expect, START, test } from '../fixtures/test.ts'
import { CommitPanel } from '../pages/commit-panel.ts'
import { HistoryPage } from '../pages/history-page.ts'
import { PromptPage } from '../pages/prompt-page.ts'

test('a commit in one window arrives in the other’s history', async ({ ada, dev, prompt }) => {
  const [his, panel] = [new PromptPage(dev.page, prompt), new CommitPanel(dev.page)]
  const history = new HistoryPage(ada.page, prompt)
  await Promise.all([his.open(), history.open()])
  await expect(ada.page.getByRole('heading', { name: 'No versions yet' })).toBeVisible()
  const loadedAt = () => ada.page.evaluate(() => performance.timeOrigin)
  const loaded = await loadedAt()

  await test.step('the first version', async () => {
    await his.placeCursor()
    await panel.open()
    await dev.page.keyboard.type('First words')
    await panel.commit('1.0.0')
  })

  await test.step('a new optional input is proposed as a feature, with its number', async () => {
    await his.input.press('Control+End')
    await his.type('In a {{tone}} tone.')
    await his.saved()
    expect(await serverText(dev, prompt)).toBe(`${START}In a {{tone}} tone.`)
    await panel.open()
    await expect(panel.panel.getByText('Proposed: Feature, because')).toBeVisible()
    await expect(panel.panel.getByRole('listitem').filter({ hasText: 'input tone added' })).toBeVisible()
    await expect(panel.changeType).toHaveValue('FEATURE')
    await dev.page.keyboard.type('Takes a tone')
    await panel.commit('1.1.0')
  })

  await test.step('both are in the other’s history, which was not loaded again', async () => {
    await expect(history.versions).toHaveCount(2)
    await expect(history.versions.first()).toContainText('1.1.0')
    await expect(history.versions.first()).toContainText('Takes a tone')
    await expect(history.versions.first()).toContainText('Dev Malhotra')
    await expect(history.versions.last()).toContainText('First words')
    expect(await loadedAt()).toBe(loaded)
  })

  await test.step('without a change there is nothing to commit', async () => {
    await his.input.press('Control+Enter')
    await expect(panel.panel.getByRole('heading', { name: 'Nothing to commit' })).toBeVisible()
    const refused = await dev.api.attempt(
      'commitCreate',
      {
        branchId: prompt.branchId,
        message: 'Again',
        changeType: 'FIX',
        expectedHead: await headOf(dev, prompt),
      },
      '__typename',
    )
    expect(refused.__typename).toBe('ValidationError')
  })
})

test('of two who commit at once the second is told, and goes on from there', async ({
  ada,
  dev,
  prompt,
  line,
}) => {
  await commit(ada, prompt, 'First words')
  const hers = new PromptPage(ada.page, prompt, line.url)
  const his = new PromptPage(dev.page, prompt)
  const [herPanel, hisPanel] = [new CommitPanel(ada.page), new CommitPanel(dev.page)]
  await Promise.all([hers.open(), his.open()])

  const writeAndOpenBoth = async (text: string) => {
    await his.placeCursor()
    await his.type(text)
    await his.saved()
    await expect.poll(() => hers.text()).toContain(text)
    await hers.input.focus()
    await Promise.all([hisPanel.open(), herPanel.open()])
    await dev.page.keyboard.type('His message')
  }

  await test.step('an open panel hears that somebody else committed all there was', async () => {
    await writeAndOpenBoth('Tell it plainly.')
    await hisPanel.commit('1.0.1')
    await expect(herPanel.panel.getByRole('heading', { name: 'Nothing to commit' })).toBeVisible()
    await herPanel.panel.getByRole('button', { name: 'Back to the text' }).click()
  })

  await test.step('who did not hear it learns who was first; her message stays', async () => {
    await writeAndOpenBoth(' And soon.')
    await ada.page.keyboard.type('Her message')
    await expect(herPanel.submit).toBeEnabled()
    line.cut('activity')
    await hisPanel.commit('1.0.2')
    await herPanel.tryToCommit()
    const notice = herPanel.panel.getByRole('alert')
    await expect(notice).toContainText('Dev Malhotra committed 1.0.2')
    await expect(notice).toContainText('His message')
    await expect(herPanel.message).toHaveValue('Her message')
    line.mend()
    await notice.getByRole('button', { name: 'Go on from 1.0.2' }).click()
  })

  await test.step('she commits on top', async () => {
    await herPanel.panel.getByRole('button', { name: 'Back to the text' }).click()
    await hers.input.press('Control+End')
    await hers.type(' And kindly.')
    await hers.saved()
    await herPanel.open()
    await expect(herPanel.message).toHaveValue('Her message')
    await herPanel.commit('1.0.3')
  })
})
