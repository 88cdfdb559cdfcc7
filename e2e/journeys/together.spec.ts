import { serverText } from '../fixtures/prompt.ts'
import { expect, START, test } from '../fixtures/test.ts'
import { PromptPage } from '../pages/prompt-page.ts'

test('two people write in one prompt at once', async ({ ada, dev, prompt }) => {
  const [hers, his] = [new PromptPage(ada.page, prompt), new PromptPage(dev.page, prompt)]
  await Promise.all([hers.open(), his.open()])

  await test.step('each sees who else is here', async () => {
    await expect(hers.people.getByRole('button', { name: 'Follow Dev Malhotra' })).toBeVisible()
    await expect(his.people.getByRole('button', { name: 'Follow Ada Lindqvist' })).toBeVisible()
  })

  await test.step('both see both texts and each other’s cursor', async () => {
    await Promise.all([hers.placeCursor(2), his.placeCursor()])
    await Promise.all([hers.type(' Ada asks for facts.'), his.type('Dev asks for figures.')])
    const both = START.replace('Be brief.', 'Be brief. Ada asks for facts.').concat('Dev asks for figures.')
    await Promise.all([hers.shows(both), his.shows(both)])
    await expect(hers.cursorOf('Dev Malhotra')).toBeVisible()
    await expect(his.cursorOf('Ada Lindqvist')).toBeVisible()
    await Promise.all([hers.saved(), his.saved()])
    expect(await serverText(ada, prompt)).toBe(both)
  })

  await test.step('undo takes back one’s own words only', async () => {
    const without = START.replace('Be brief.', 'Be brief. Ada asks for facts.')
    await expect(async () => {
      await dev.page.keyboard.press('Control+z')
      expect(await his.text()).toBe(without)
    }).toPass()
    await hers.shows(without)
    await dev.page.keyboard.press('Control+Shift+z')
    await expect.poll(() => serverText(dev, prompt)).toContain('Dev')
    expect(await his.text()).toContain('Ada asks for facts.')
  })

  await test.step('beginning at the same place, nobody writes into the other’s words', async () => {
    await expect(async () => {
      await dev.page.keyboard.press('Control+z')
      expect(await his.text()).not.toContain('Dev')
    }).toPass()
    await expect.poll(() => hers.text()).not.toContain('Dev')
    const before = await serverText(ada, prompt)
    await Promise.all([hers.placeCursor(), his.placeCursor()])
    await Promise.all([hers.type('The quick brown fox. '), his.type('A lazy old dog. ')])
    await expect.poll(() => serverText(ada, prompt)).toContain('The quick brown fox. ')
    await expect.poll(() => serverText(ada, prompt)).toContain('A lazy old dog. ')
    const text = await serverText(ada, prompt)
    expect(text).toHaveLength(before.length + 'The quick brown fox. A lazy old dog. '.length)
    await Promise.all([hers.shows(text), his.shows(text)])
  })
})
