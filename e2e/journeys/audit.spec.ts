import { commit } from '../fixtures/prompt.ts'
import { expect, test } from '../fixtures/test.ts'

test('the audit log tells who did what, can be narrowed, and its chain is verified', async ({
  ada,
  dev,
  library,
  prompt,
}) => {
  await commit(dev, prompt, 'First words')
  await dev.api.change('promptUpdate', { id: prompt.id, name: 'Evening report' })
  const { page } = ada
  await page.goto(`${library.home}/audit`)
  const entries = page.getByRole('table', { name: 'Audit log' }).getByRole('row')

  await test.step('newest first, in words', async () => {
    await expect(entries.nth(1)).toContainText('Dev Malhotra')
    await expect(entries.nth(1)).toContainText('changed')
    await expect(entries.nth(1)).toContainText(prompt.key)
    await expect(entries.filter({ hasText: 'committed' })).toHaveCount(1)
    await expect(entries.filter({ hasText: 'joined' })).toContainText('Dev Malhotra')
    await expect(entries.filter({ hasText: 'created the library' })).toContainText('Ada Lindqvist')
  })

  await test.step('an entry opens to its hashes', async () => {
    await entries
      .nth(1)
      .getByRole('button', { name: /^Details of entry/ })
      .click()
    await expect(page.getByRole('button', { name: /^Copy the hash [0-9a-f]{64}$/ }).first()).toBeVisible()
    await expect(page.getByRole('table').getByText('prompt.update')).toBeVisible()
  })

  await test.step('narrowed to one action', async () => {
    await page.getByRole('combobox', { name: 'Action' }).click()
    await page.getByRole('option', { name: 'commit.create' }).click()
    await expect(entries).toHaveCount(2)
    await expect(page).toHaveURL(/action=commit\.create/)
  })

  await test.step('the chain is whole', async () => {
    await page.getByRole('button', { name: 'Verify the chain' }).click()
    await expect(page.getByText('The chain is whole')).toBeVisible()
  })
})
