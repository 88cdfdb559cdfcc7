import { createBranch, onBranch } from '../fixtures/branch.ts'
import { approve, commitText, merge, openChange } from '../fixtures/change.ts'
import { join } from '../fixtures/library.ts'
import { commit, createPrompt, headOf, serverText } from '../fixtures/prompt.ts'
import { replaceText } from '../fixtures/room.ts'
import { expect, test } from '../fixtures/test.ts'
import { ChangePage } from '../pages/change-page.ts'
import { CommitPanel } from '../pages/commit-panel.ts'
import { HistoryPage } from '../pages/history-page.ts'
import { PromptPage } from '../pages/prompt-page.ts'
import { ConflictsInPlace, ResolvePage } from '../pages/resolve-page.ts'

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

/** What the two make of it in the end. */
const MERGED = TEXT.replace('Be brief.', 'Be very brief.').replace(
  'End with a question.',
  'End with a question. Mind the time of day.\nEnd with a thanks.',
)

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
    await commitText(dev, branch, fixed, 'Warm it is')
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
    expect(await serverText(dev, branch)).toBe(MERGED)
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

  const onMain = new PromptPage(await ada.context.newPage(), prompt)
  await test.step('somebody writes on main meanwhile, in a third window', async () => {
    await onMain.open()
    await onMain.placeCursor(5)
    await onMain.type(' Date it.')
    await onMain.saved()
  })

  await test.step('approved again and merged, it is a version of main, seen at once where main is open', async () => {
    await rosa.page.getByRole('button', { name: 'Show the newest' }).click()
    await expect(reviewed.line('added line 7: End with a question. Mind the time of day.')).toBeVisible()
    await reviewed.review('Approve', 'Good.')
    await expect(mine.mergeState).toHaveText('Ready: it merges into main without conflicts')
    await mine.mergeBox.getByRole('button', { name: 'Merge into main' }).click()
    await expect(mine.mergeState).toHaveText('Merged as 1.0.2')
    await expect(mine.mergeBox).toContainText('feature/warm-tone is deleted.')
  })

  await test.step('who writes on main keeps text and cursor, and has the merge beside it', async () => {
    await expect(onMain.page.getByText('Dev Malhotra brought in a change, 1.0.2')).toBeVisible()
    await onMain.type(' And quote it.')
    await onMain.saved()
    const both = MERGED.replace('every figure.', 'every figure. Date it. And quote it.')
    await onMain.shows(both)
    expect(await serverText(ada, prompt)).toBe(both)
    await onMain.page.keyboard.press('Control+z')
    await onMain.saved()
    await expect.poll(() => onMain.text()).toContain('Mind the time of day.')
    await expect.poll(() => onMain.text()).not.toContain('And quote it.')
  })

  await test.step('the branch comes back from the same page', async () => {
    await mine.mergeBox.getByRole('button', { name: 'Restore the branch' }).click()
    await expect(mine.mergeBox).toContainText('feature/warm-tone is still there.')
    expect((await onBranch(dev, prompt, 'feature/warm-tone')).branchId).toBe(branch.branchId)
  })
})

test('a merge that meets what somebody writes on main is settled there, and nobody’s text is lost', async ({
  ada,
  dev,
  rosa,
  library,
}) => {
  test.slow()
  await join(ada, library, rosa, 'REVIEWER')
  const prompt = await createPrompt(ada, library, { name: 'Morning report', content: TEXT })
  await commit(ada, prompt, 'First words')
  const change = await openChange(dev, prompt, {
    branch: 'feature/warm-tone',
    title: 'A warmer tone',
    content: TEXT.replace('Be brief.', 'Be warm.').replace('a question', 'thanks'),
  })
  const [hers, his] = [new PromptPage(ada.page, prompt), new PromptPage(dev.page, prompt)]
  const [left, right] = [new ConflictsInPlace(ada.page), new ConflictsInPlace(dev.page)]

  await test.step('two write on main, one of them where the merge will', async () => {
    await Promise.all([hers.open(), his.open()])
    await his.placeCursor(5)
    await his.type(' Date it.')
    await hers.placeCursor(3)
    await hers.type(' Be swift.')
    await Promise.all([hers.saved(), his.saved()])
  })

  await test.step('the merge brings what it can; the other place stands as it was written', async () => {
    await approve(rosa, change)
    expect(await merge(dev, change)).toBe('1.0.1')
    await expect(left.progress).toHaveText('1 of 1 place to resolve')
    await expect(left.conflict(1)).toContainText('main 1.0.1 saysBe warm.')
    await expect(right.conflict(1)).toBeVisible()
    const written = TEXT.replace('Be brief.', 'Be brief. Be swift.')
      .replace('every figure.', 'every figure. Date it.')
      .replace('a question', 'thanks')
    await Promise.all([hers.shows(written), his.shows(written)])
    await hers.type(' And calm.')
    await hers.saved()
    await expect.poll(() => his.text()).toContain('Be brief. Be swift. And calm.\n')
  })

  await test.step('as long as it is open there is no commit', async () => {
    const panel = new CommitPanel(ada.page)
    await ada.page.keyboard.press('Control+Enter')
    await expect(panel.panel.getByRole('alert')).toContainText(
      'Changes met in one place of the live text of main',
    )
    await panel.panel.getByRole('button', { name: 'Go to the text' }).click()
  })

  await test.step('one writes both into one, which the other sees settled', async () => {
    await hers.placeCursor(3)
    await hers.type(' Be warm.')
    await hers.saved()
    await left.conflict(1).getByRole('button', { name: 'Keep as written' }).click()
    await expect(right.conflict(1)).toContainText('Ada Lindqvist kept it as written')
    await expect(right.progress).toHaveText('Resolved')
  })

  await test.step('the other commits what became of it', async () => {
    await his.input.focus()
    const panel = new CommitPanel(dev.page)
    await panel.open()
    await panel.message.fill('Warm, and swift')
    await panel.commit('1.0.2')
    expect(await serverText(ada, prompt)).toBe(
      TEXT.replace('Be brief.', 'Be brief. Be swift. And calm. Be warm.')
        .replace('every figure.', 'every figure. Date it.')
        .replace('a question', 'thanks'),
    )
    await expect(left.conflict(1)).toBeHidden()
    await expect(right.conflict(1)).toBeHidden()
  })
})

test('a change request is brought up to date, closed, opened again and squashed into one commit', async ({
  ada,
  dev,
  rosa,
  library,
}) => {
  await join(ada, library, rosa, 'REVIEWER')
  const prompt = await createPrompt(ada, library, { name: 'Morning report', content: TEXT })
  await commit(ada, prompt, 'First words')
  const warm = TEXT.replace('Be brief.', 'Be warm.')
  const change = await openChange(dev, prompt, {
    branch: 'feature/warm-tone',
    title: 'A warmer tone',
    content: warm,
  })
  await commitText(ada, change.source, warm.replace('a question', 'thanks'), 'And grateful')
  await replaceText(ada, prompt, TEXT.replace('every figure.', 'every figure and date.'))
  await commit(ada, prompt, 'Dates')
  const page = new ChangePage(dev.page, prompt)

  await test.step('what main has since comes into the branch', async () => {
    await page.open(change.number)
    await expect(page.mergeBox).toContainText('feature/warm-tone lacks one commit of main.')
    await page.mergeBox.getByRole('button', { name: 'Update from main' }).click()
    await expect(page.mergeBox).not.toContainText('lacks')
    expect(await serverText(dev, change.source)).toContain('Be warm.')
    expect(await serverText(dev, change.source)).toContain('figure and date.')
  })

  await test.step('closed, it can be opened again', async () => {
    await page.mergeBox.getByRole('button', { name: 'Close without merging' }).click()
    await expect(page.mergeState).toHaveText('Closed without a merge')
    await page.mergeBox.getByRole('button', { name: 'Reopen' }).click()
    await expect(page.mergeState).toHaveText('Not ready yet')
  })

  await test.step('squashed, it is one commit of everybody who wrote it', async () => {
    await approve(rosa, change)
    await expect(page.mergeState).toHaveText('Ready: it merges into main without conflicts')
    await page.mergeBox.getByText('Squash into one').click()
    await page.mergeBox.getByRole('textbox', { name: 'Message' }).fill('Warm and grateful')
    await page.mergeBox.getByRole('checkbox', { name: 'Delete feature/warm-tone' }).uncheck()
    await page.mergeBox.getByRole('button', { name: 'Squash and merge into main' }).click()
    await expect(page.mergeState).toHaveText('Merged as 1.0.2')
    await expect(page.mergeBox).toContainText('feature/warm-tone is still there.')
    const history = new HistoryPage(dev.page, prompt)
    await history.open()
    await expect(history.versions).toHaveCount(3)
    await expect(history.versions.first()).toContainText('Warm and grateful')
    await expect(history.versions.first()).toContainText('Ada Lindqvist')
    await expect(history.versions.first()).toContainText('Dev Malhotra')
  })
})
