import { memberId } from '../fixtures/library.ts'
import { serverText } from '../fixtures/prompt.ts'
import { expect, START, test } from '../fixtures/test.ts'
import { PromptPage } from '../pages/prompt-page.ts'

/** Changes of access reach open pages within this time. */
const WITHIN = { timeout: 5_000 }

test('a lowered level and a removal reach an open editor within seconds', async ({
  ada,
  dev,
  prompt,
  library,
}) => {
  const his = new PromptPage(dev.page, prompt)
  await his.open()
  await his.placeCursor()
  await his.type('Still mine.')
  await his.saved()
  const id = await memberId(ada, library, dev.email)

  await test.step('as a viewer he reads on, and is told why he cannot write', async () => {
    await ada.api.change('memberUpdate', { id, level: 'VIEWER' })
    await expect(his.saveState).toHaveText('Live, read-only', WITHIN)
    await expect(
      dev.page.getByText('You can read along. Writing needs the level developer or admin.'),
    ).toBeVisible()
    await his.placeCursor()
    await his.type('No longer.')
    expect(await his.text()).toBe(`${START}Still mine.`)
    expect(await serverText(ada, prompt)).toBe(`${START}Still mine.`)
  })

  await test.step('raised again, he writes on', async () => {
    await ada.api.change('memberUpdate', { id, level: 'DEVELOPER' })
    await expect(his.saveState).toHaveText('Saved', WITHIN)
    await his.placeCursor()
    await his.type(' Mine again.')
    await his.saved()
    expect(await serverText(ada, prompt)).toBe(`${START}Still mine. Mine again.`)
  })

  await test.step('removed, he stands before a calm page', async () => {
    await ada.api.change('memberRemove', { id })
    await expect(dev.page.getByRole('heading', { name: 'There is no such page' })).toBeVisible(WITHIN)
    await expect(dev.page.getByRole('link', { name: 'Go to the start' })).toBeVisible()
  })
})
