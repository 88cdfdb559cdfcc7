import { DEMO } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { SignInPage } from '../pages/sign-in-page.ts'

const PASSWORD = 'a few words are fine'

test('every demo account is one click away', async ({ nobody }) => {
  const signIn = new SignInPage(nobody.page)
  for (const [level, { name }] of Object.entries(DEMO)) {
    await nobody.context.clearCookies()
    await signIn.open()
    await expect(nobody.page.getByText('Demo', { exact: true })).toBeVisible()
    await signIn.asDemo(name)
    await signIn.signedInAs(name)
    await expect(nobody.page).toHaveURL('/l/scriptorium')
    const audit = nobody.page.getByRole('navigation').getByRole('link', { name: 'Audit' })
    await expect(audit).toHaveCount(level === 'ADMIN' ? 1 : 0)
  }
})

test('an invitation leads to an account, a wrong password is explained, and signing out everywhere ends every window', async ({
  ada,
  nobody,
  enter,
  library,
}) => {
  const email = `nora.${library.slug}@example.org`
  const nora = nobody.page

  await test.step('the admin makes a link', async () => {
    await ada.page.goto(`${library.home}/members`)
    await ada.page.getByRole('button', { name: 'Invite' }).click()
    const dialog = ada.page.getByRole('dialog', { name: 'Invite somebody' })
    await dialog.getByRole('textbox', { name: 'E-mail' }).fill(email)
    await dialog.getByRole('button', { name: 'Make invitation link' }).click()
    const link = await dialog.getByText(/^http.*\/invite\//).textContent()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(ada.page.getByRole('table', { name: 'Invitations' })).toContainText(email)
    await nora.goto(new URL(String(link)).pathname)
  })

  await test.step('who opens it gets an account and is a member', async () => {
    await expect(nora.getByRole('heading', { name: `Join ${library.name}` })).toBeVisible()
    await nora.getByRole('textbox', { name: 'Your name' }).fill('Nora Berg')
    await nora.getByLabel('Choose a password').fill(PASSWORD)
    await nora.getByRole('button', { name: 'Accept and join' }).click()
    await expect(nora).toHaveURL(library.home)
    await new SignInPage(nora).signedInAs('Nora Berg')
    await expect(ada.page.getByRole('table', { name: 'Members' })).toContainText('Nora Berg')
    await expect(ada.page.getByRole('table', { name: 'Invitations' })).toBeHidden()
  })

  const elsewhere = await enter(null)
  const other = new SignInPage(elsewhere.page)

  await test.step('elsewhere a wrong password is explained, the right one lets in', async () => {
    await other.open()
    await other.withPassword(email, 'not these words')
    await expect(
      elsewhere.page.getByRole('alert').filter({ hasText: 'do not belong together' }),
    ).toBeVisible()
    await expect(elsewhere.page.getByRole('textbox', { name: 'E-mail' })).toHaveValue(email)
    await other.withPassword(email, PASSWORD)
    await other.signedInAs('Nora Berg')
  })

  await test.step('signed out everywhere, the other window is at the sign-in page within seconds', async () => {
    await nora.goto('/account')
    await expect(nora.getByRole('table', { name: 'Sessions' }).getByRole('row')).toHaveCount(3)
    await nora.getByRole('button', { name: 'Sign out everywhere' }).click()
    await nora.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click()
    await expect(nora).toHaveURL('/sign-in')
    await expect(elsewhere.page).toHaveURL(/\/sign-in/, { timeout: 8_000 })
  })
})

test('an API key is shown once, works, and stops working when revoked', async ({ ada, library, request }) => {
  const asProgram = async (secret: string) => {
    const answer = await request.post('/graphql', {
      headers: { authorization: `Bearer ${secret}` },
      data: {
        query: 'query ($slug: String!) { library(slug: $slug) { name } }',
        variables: { slug: library.slug },
      },
    })
    return (await answer.json()).data?.library ?? null
  }
  const { page } = ada
  await page.goto(`${library.home}/keys`)
  await page.getByRole('button', { name: 'New key' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Nightly report')
  await page.getByRole('button', { name: 'Create key' }).click()
  const dialog = page.getByRole('dialog', { name: 'Your new key' })
  const secret = String(await dialog.getByText(/^ick_/).textContent())
  expect(await asProgram(secret)).toEqual({ name: library.name })

  await test.step('afterwards only its first characters are seen, and that it was used', async () => {
    await dialog.getByRole('button', { name: 'I have copied it' }).click()
    await page.reload()
    const row = page.getByRole('row').filter({ hasText: 'Nightly report' })
    await expect(row).toBeVisible()
    await expect(row).not.toContainText('never')
    await expect(page.getByText(secret)).toHaveCount(0)
  })

  await test.step('revoked, it opens nothing', async () => {
    await page.getByRole('button', { name: 'Revoke Nightly report' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
    await expect(page.getByRole('row').filter({ hasText: 'Nightly report' })).toContainText('revoked')
    expect(await asProgram(secret)).toBeNull()
  })
})
