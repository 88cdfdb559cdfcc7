import { commit } from '../fixtures/prompt.ts'
import { replaceText } from '../fixtures/room.ts'
import { expect, START, test } from '../fixtures/test.ts'
import { changeStops, libraryStops, promptStops } from '../pages/tour.ts'

test('no page asks another server, breaks its policy or reports an error', async ({
  ada,
  nobody,
  prompt,
  watches,
}) => {
  await commit(ada, prompt, 'First words')
  await replaceText(ada, prompt, `${START}Tell {{name}} about it.\n`)
  await commit(ada, prompt, 'Takes a name', 'FEATURE')

  await nobody.page.goto('/sign-in')
  await expect(nobody.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  const stops = [
    ...libraryStops('/l/scriptorium'),
    ...changeStops('/l/scriptorium'),
    ...promptStops(prompt.home, '1.0.0', '1.1.0'),
  ]
  for (const stop of stops) {
    await ada.page.goto(stop.address)
    await stop.loaded(ada.page)
    // The pages a page loads ahead must not fail either.
    await ada.page.waitForLoadState('networkidle')
  }
  expect(watches.flatMap(({ complaints }) => complaints)).toEqual([])
})
