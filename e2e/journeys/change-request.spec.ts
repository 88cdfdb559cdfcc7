import { createBranch, onBranch } from '../fixtures/branch.ts'
import { join } from '../fixtures/library.ts'
import { commit, createPrompt, headOf, serverText } from '../fixtures/prompt.ts'
import { replaceText } from '../fixtures/room.ts'
import { expect, test } from '../fixtures/test.ts'
import { ChangePage } from '../pages/change-page.ts'
import { CommitPanel } from '../pages/commit-panel.ts'
import { PromptPage } from '../pages/prompt-page.ts'
import { ResolvePage } from '../pages/resolve-page.ts'

const TEXT = [
  'system:',
  'Answer in one sentence.',
  'Be brief.',
  '',
  'Name the source of every figure.',
  '',
  'End with a question.',
  '',
  'user:',
  'What is new?',
  '',
].join('\n')

test('a change goes from a branch through a review and a conflict into main', async ({
  ada,
  dev,
  rosa,
  library,
}) => {
  test.slow()
  await join(ada, library, rosa, 'REVIEWER')
  const prompt = await createPrompt(ada, library, { name: 'Morning report', content: TEXT })
  expect(await commit(ada, prompt, 'First words')).toBe('1.0.0')
  const branch = await createBranch(dev, prompt, 'feature/warm-tone')

  const [hers, his] = [new PromptPage(ada.page, prompt), new PromptPage(dev.page, prompt)]
  await test.step('two people write on the branch, and one commits', async () => {
    await Promise.all([hers.open('feature/warm-tone'), his.open('feature/warm-tone')])
    await his.placeCursor(3)
    await his.type(' Be warm.')
    await hers.placeCursor(7)
    await hers.type(' Mind the time of day.')
    await Promise.all([hers.saved(), his.saved()])
    await expect.poll(() => serverText(dev, branch)).toContain('Be warm.')
    await expect.poll(() => serverText(dev, branch)).toContain('Mind the time')
    await dev.page.keyboard.press('Control+Enter')
    const panel = new CommitPanel(dev.page, 'feature/warm-tone')
    await panel.message.fill('A warmer tone')
    await panel.tryToCommit()
    await expect(dev.page.getByText(/^Committed [0-9a-f]{7}\.$/)).toBeVisible()
  })

  const [mine, reviewed] = [new ChangePage(dev.page, prompt), new ChangePage(rosa.page, prompt)]
  await test.step('a change request is opened from what the commit offers', async () => {
    await dev.page.getByRole('button', { name: 'Open a change request' }).click()
    await expect(dev.page.getByRole('textbox', { name: 'Title' })).toHaveValue('A warmer tone')
    await dev.page.getByRole('textbox', { name: 'Description' }).fill('Readers found it **cold**.')
    await dev.page.getByRole('button', { name: 'Open the change request' }).click()
    await expect(dev.page).toHaveURL(`${prompt.home}/changes/1`)
    await expect(mine.timeline.getByText('cold', { exact: true })).toBeVisible()
    await expect(mine.mergeState).toHaveText('Not ready yet')
    await expect(mine.mergeBox).toContainText('One approval is missing')
  })

  await test.step('somebody else finds it waiting, comments on a line and asks for changes', async () => {
    await rosa.page.goto(`${library.home}/changes?waiting=1`)
    await rosa.page.getByRole('link', { name: 'A warmer tone' }).click()
    await reviewed.show('Difference')
    await expect(reviewed.line('added line 3: Be brief. Be warm.')).toBeVisible()
    await reviewed.commentOn(3, 'Warm *and* brief?')
    await expect(dev.page.getByRole('article', { name: 'Rosa Jiménez said' })).toContainText(
      'Warm and brief?',
    )
    await reviewed.review('Request changes', 'Choose one of the two.')
    await expect(mine.mergeBox).toContainText('Rosa Jiménez asked for changes')
  })

  await test.step('who wrote it cannot approve it', async () => {
    await dev.page.getByRole('navigation', { name: 'Parts of this change request' }).waitFor()
    const { changeRequest } = (
      await dev.api.query<{ library: { changeRequest: { id: string } } }>(
        'query ($slug: String!) { library(slug: $slug) { changeRequest(number: 1) { id } } }',
        { slug: library.slug },
      )
    ).library
    const own = await ada.api.attempt(
      'changeRequestReview',
      { id: changeRequest.id, verdict: 'APPROVE', headCommit: await headOf(ada, branch) },
      'review { id }',
    )
    expect(own.__typename).toBe('ForbiddenError')
  })

  await test.step('it is fixed, which the reviewer hears of, and approved', async () => {
    const fixed = (await serverText(dev, branch)).replace('Be brief. Be warm.', 'Be warm.')
    await replaceText(dev, branch, fixed)
    await dev.api.change(
      'commitCreate',
      {
        branchId: branch.branchId,
        message: 'Warm it is',
        changeType: 'FIX',
        expectedHead: await headOf(dev, branch),
      },
      'commit { hash }',
    )
    await expect(rosa.page.getByText('has newer commits than what you see here')).toBeVisible()
    await rosa.page.getByRole('button', { name: 'Show the newest' }).click()
    await expect(reviewed.line('added line 3: Be warm.')).toBeVisible()
    await reviewed.review('Approve')
    await expect(mine.mergeState).toHaveText('Ready: it merges into main without conflicts')
  })

  const [left, right] = [new ResolvePage(dev.page), new ResolvePage(ada.page)]
  await test.step('main moves in the same places meanwhile: two resolve it together in two windows', async () => {
    await replaceText(
      ada,
      prompt,
      TEXT.replace('Be brief.', 'Be very brief.').replace('End with a question.', 'End with a thanks.'),
    )
    await commit(ada, prompt, 'Brevity')
    await expect(mine.mergeState).toHaveText('2 places to resolve first')
    await mine.mergeBox.getByRole('button', { name: 'Resolve conflicts' }).click()
    await expect(dev.page).toHaveURL(/\/changes\/1\/resolve\?branch=/)
    await left.isReady()
    await ada.page.goto(dev.page.url())
    await right.isReady()
    await expect(left.progress).toContainText('2 of 2 places to resolve')
    await expect(left.side('theirs')).toContainText('Be very brief.')
    await expect(left.side('base')).toContainText('Be brief.')

    await left.conflict(1).getByRole('button', { name: 'Take main' }).click()
    await expect(right.conflict(1)).toContainText('Dev Malhotra took main')
    await expect(right.progress).toContainText('1 of 2 places to resolve')
    await right.conflict(2).getByRole('button', { name: 'Both' }).click()
    await expect(left.progress).toContainText('All 2 places are resolved')
    const text = await serverText(dev, branch)
    expect(text).toContain('Be very brief.\n')
    expect(text).toContain('End with a question. Mind the time of day.\nEnd with a thanks.\n')
  })

  await test.step('the merge is committed, and voids the approval', async () => {
    await dev.page.getByRole('button', { name: 'Commit the merge' }).click()
    const panel = dev.page.getByRole('dialog', { name: 'Commit to feature/warm-tone' })
    await panel.getByRole('button', { name: 'Commit the merge' }).click()
    await expect(dev.page).toHaveURL(`${prompt.home}/changes/1`)
    await expect(mine.mergeState).toHaveText('Not ready yet')
    await expect(mine.timeline).toContainText('void: there are newer commits')
    await expect(right.page.getByRole('heading', { name: 'Nothing to resolve here' })).toBeVisible()
  })

  await test.step('approved again and merged, it is a version of main, seen at once where main is open', async () => {
    await hers.open()
    await rosa.page.getByRole('button', { name: 'Show the newest' }).click()
    await expect(
      reviewed.line(/^added line 3: Be very brief\.|^line 3: Be very brief\./).first(),
    ).toBeVisible()
    await reviewed.review('Approve', 'Good.')
    await expect(mine.mergeState).toHaveText('Ready: it merges into main without conflicts')
    await mine.mergeBox.getByRole('button', { name: 'Merge into main' }).click()
    await expect(mine.mergeState).toContainText(/^Merged as \d+\.\d+\.\d+$/)
    await expect.poll(() => hers.text()).toContain('Mind the time of day.')
    await expect(mine.mergeBox).toContainText('feature/warm-tone is deleted.')
  })

  await test.step('the branch comes back from the same page', async () => {
    await mine.mergeBox.getByRole('button', { name: 'Restore the branch' }).click()
    await expect(mine.mergeBox).toContainText('feature/warm-tone is still there.')
    expect((await onBranch(dev, prompt, 'feature/warm-tone')).branchId).toBe(branch.branchId)
  })
})
