import { serverText } from '../fixtures/prompt.ts'
import { expect, START, test } from '../fixtures/test.ts'
import { PromptPage } from '../pages/prompt-page.ts'

test('one goes offline, writes, returns, and nothing is lost', async ({ ada, dev, prompt, line }) => {
  const [hers, his] = [new PromptPage(ada.page, prompt), new PromptPage(dev.page, prompt, line.url)]
  await Promise.all([hers.open(), his.open()])
  const devInHers = hers.people.getByRole('button', { name: 'Follow Dev Malhotra' })
  await expect(devInHers).toBeVisible()

  await test.step('offline: what is written is kept here and counted', async () => {
    line.cut('everything')
    await dev.context.setOffline(true)
    await expect(devInHers).toBeHidden()
    await his.placeCursor()
    await his.type('Written on a train.')
    await expect(his.saveState).toHaveText('Offline, 19 changes kept')
  })

  await test.step('meanwhile somebody else writes on', async () => {
    await hers.placeCursor(2)
    await hers.type(' And kind.')
    await hers.saved()
    expect(await serverText(ada, prompt)).toBe(START.replace('brief.', 'brief. And kind.'))
    expect(await his.text()).toBe(`${START}Written on a train.`)
  })

  await test.step('back online, both have both', async () => {
    line.mend()
    await dev.context.setOffline(false)
    await his.saved()
    const both = `${START.replace('brief.', 'brief. And kind.')}Written on a train.`
    await Promise.all([hers.shows(both), his.shows(both)])
    expect(await serverText(ada, prompt)).toBe(both)
  })
})

test('what is written without a connection survives a reload', async ({ ada, dev, prompt, line }) => {
  const his = new PromptPage(dev.page, prompt, line.url)
  await his.open()
  line.cut('rooms')
  await expect(his.saveState).toHaveText('Offline')
  await his.placeCursor()
  await his.type('Written in a tunnel.')
  await expect(his.saveState).toHaveText('Offline, 20 changes kept')

  await test.step('a reload finds it again, still marked as not saved', async () => {
    await dev.page.reload()
    await his.shows(`${START}Written in a tunnel.`)
    await expect(his.saveState).toHaveText('Offline, 20 changes kept')
    expect(await serverText(ada, prompt)).toBe(START)
  })

  await test.step('with the connection it reaches the server', async () => {
    line.mend()
    await his.saved()
    expect(await serverText(ada, prompt)).toBe(`${START}Written in a tunnel.`)
  })
})
