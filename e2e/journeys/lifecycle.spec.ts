import { createIncluding } from '../fixtures/include.ts'
import { join } from '../fixtures/library.ts'
import { commit, serverText } from '../fixtures/prompt.ts'
import { replaceText } from '../fixtures/room.ts'
import { expect, START, test } from '../fixtures/test.ts'
import { ChangePage } from '../pages/change-page.ts'
import { CommitPanel } from '../pages/commit-panel.ts'
import { DependenciesPage } from '../pages/dependencies-page.ts'
import { LibraryPage } from '../pages/library-page.ts'
import { PromptPage } from '../pages/prompt-page.ts'
import { StatusMenu } from '../pages/status-menu.ts'

test('a prompt lives from draft to archive, moved by two people, and comes back', async ({
  ada,
  dev,
  rosa,
  library,
}) => {
  test.slow()
  await join(ada, library, rosa, 'REVIEWER')
  const prompt = await createIncluding(dev, library, 'Morning report')
  const [his, read] = [new PromptPage(dev.page, prompt), new PromptPage(rosa.page, prompt)]
  const [writer, reviewer] = [new StatusMenu(dev.page), new StatusMenu(rosa.page)]
  await Promise.all([his.open(), read.open()])

  await test.step('the developer writes, commits, and sends it to review: the reviewer sees it at once', async () => {
    await his.placeCursor()
    await his.type('Be brief.')
    await his.saved()
    const panel = new CommitPanel(dev.page)
    await panel.open()
    await dev.page.keyboard.type('Brevity')
    await panel.commit('1.0.1')
    await writer.make('Send to review')
    await writer.shows('In review')
    await reviewer.shows('In review')
    await expect(reviewer.announced).toContainText('Sent to review by Dev Malhotra')
  })

  await test.step('who wrote it finds in the menu why somebody else has to approve', async () => {
    await writer.open()
    await expect(writer.move('Approve')).toHaveAttribute('aria-disabled', 'true')
    await expect(writer.move('Approve')).toContainText('Your level here is developer')
    await expect(writer.move('Back to draft')).not.toHaveAttribute('aria-disabled', 'true')
    await dev.page.keyboard.press('Escape')
  })

  await test.step('approved, the developer’s editor locks while it is open, and says who and why', async () => {
    await reviewer.make('Approve', 'The tone is right.')
    await reviewer.shows('Approved')
    await writer.shows('Approved')
    await expect(dev.page.getByText('Approved by Rosa Jiménez').first()).toBeVisible()
    await expect(dev.page.getByText('“The tone is right.”')).toBeVisible()
    await expect(writer.announced).toContainText('Main can only be read now.')
    await expect(his.saveState).toHaveText('Live, read-only')
    await his.placeCursor()
    await his.type('Written in vain.')
    expect(await serverText(dev, prompt)).not.toContain('in vain')
    await expect(dev.page.getByRole('button', { name: 'Commit' })).toBeHidden()
  })

  await test.step('a hotfix goes by its branch and a change request into main', async () => {
    await dev.page.getByRole('button', { name: 'Open a hotfix branch' }).click()
    const form = dev.page.getByRole('dialog', { name: 'New branch' })
    await expect(form.getByRole('radio', { name: /^Hotfix/ })).toBeChecked()
    await form.getByRole('textbox', { name: 'Name' }).fill('typo')
    await form.getByRole('button', { name: 'Open branch' }).click()
    await expect(dev.page).toHaveURL(`${prompt.home}?branch=hotfix/typo`)
    await his.isReady()
    await his.placeCursor()
    await his.type(' Check figures twice.')
    await his.saved()
    const panel = new CommitPanel(dev.page, 'hotfix/typo')
    await panel.open()
    await dev.page.keyboard.type('Figures')
    await panel.tryToCommit()
    await dev.page.getByRole('button', { name: 'Open a change request' }).click()
    await dev.page.getByRole('button', { name: 'Open the change request' }).click()
    const [mine, reviewed] = [new ChangePage(dev.page, prompt), new ChangePage(rosa.page, prompt)]
    await expect(mine.mergeBox).toContainText('One approval is missing')
    await reviewed.open(1, 'difference')
    await reviewed.review('Approve')
    await expect(mine.mergeState).toHaveText('Ready: it merges into main without conflicts')
    await mine.mergeBox.getByRole('button', { name: 'Merge into main' }).click()
    await expect(mine.mergeState).toContainText('Merged as 1.0.2')
    await expect.poll(() => serverText(dev, prompt)).toContain('Check figures twice.')
    await reviewed.show('Conversation')
    await expect(reviewed.mergeState).toContainText('Merged as 1.0.2')
  })

  await test.step('the reviewer marks it as deployed, and deprecates it with a reason', async () => {
    await Promise.all([his.open(), read.open()])
    await reviewer.make('Mark as deployed')
    await writer.shows('Deployed')
    await reviewer.open()
    await reviewer.move('Deprecate').click()
    const dialog = rosa.page.getByRole('dialog', { name: 'Deprecate Morning report' })
    await expect(dialog.getByRole('button', { name: 'Deprecate' })).toBeDisabled()
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('The evening report replaces it.')
    await dialog.getByRole('button', { name: 'Deprecate' }).click()
    await reviewer.shows('Deprecated')
    await writer.shows('Deprecated')
    await expect(dev.page.getByText('“The evening report replaces it.”')).toBeVisible()
  })

  await test.step('the developer archives it by the command palette; it leaves the list of everybody', async () => {
    const list = new LibraryPage(rosa.page, library)
    await list.open()
    await list.lists('Morning report')
    await dev.page.keyboard.press('Control+k')
    await dev.page.getByRole('textbox', { name: 'Search and commands' }).fill('Archive')
    await dev.page.getByRole('button', { name: 'Archive…' }).click()
    await dev.page.getByRole('dialog').getByRole('button', { name: 'Archive', exact: true }).click()
    await writer.shows('Archived')
    await expect(dev.page.getByText('takes no edits, on any branch')).toBeVisible()
    await expect(list.row('Morning report')).toBeHidden()
    await list.open('?archived=1')
    await list.lists('Morning report')
  })

  await test.step('an admin restores it, and the developer can write again', async () => {
    await writer.open()
    await expect(writer.move('Restore')).toContainText('Only an admin can bring it back')
    await dev.page.keyboard.press('Escape')
    await ada.page.goto(`${prompt.home}/settings`)
    const life = ada.page.getByRole('list', { name: 'Status changes, newest first' }).getByRole('listitem')
    await expect(life).toHaveCount(5)
    await expect(life.first()).toContainText('Dev Malhotra')
    await expect(life.nth(1)).toContainText('The evening report replaces it.')
    await ada.page.getByRole('button', { name: 'Restore…' }).click()
    await ada.page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
    await expect(life).toHaveCount(6)
    await writer.shows('Draft')
    await expect(dev.page.getByText('Restored by Ada Lindqvist: you can write in main again.')).toBeVisible()
    await his.saved()
    await his.placeCursor()
    await his.type(' Again.')
    await his.saved()
    expect(await serverText(dev, prompt)).toContain('Again.')
  })
})

test('a prompt that others include is not deleted; once they do without it, it is', async ({
  ada,
  dev,
  library,
}) => {
  const tone = await createIncluding(ada, library, 'Warm tone')
  await ada.api.change('promptStatusChange', { id: tone.id, to: 'ARCHIVED' })
  // Includes of what is archived stay, and count.
  const reply = await createIncluding(ada, library, 'Refund reply', [tone.key])
  await dev.page.goto(tone.home)
  await ada.page.goto(`${tone.home}/settings`)

  await test.step('refused, with those that include it', async () => {
    await ada.page.getByRole('button', { name: 'Delete…' }).click()
    const dialog = ada.page.getByRole('dialog', { name: 'Delete Warm tone?' })
    await expect(dialog.getByRole('button', { name: 'Delete for everybody' })).toBeDisabled()
    await dialog.getByRole('textbox', { name: `Type ${tone.key} to confirm` }).fill(tone.key)
    await dialog.getByRole('button', { name: 'Delete for everybody' }).click()
    await expect(dialog.getByRole('alert')).toContainText('cannot be deleted before they do without it')
    await expect(
      dialog
        .getByRole('list', { name: 'Prompts that include it' })
        .getByRole('link', { name: 'Refund reply' }),
    ).toBeVisible()
    await new StatusMenu(dev.page).shows('Archived')
  })

  await test.step('deleted, it is gone for whoever has it open', async () => {
    await replaceText(ada, reply, START)
    await commit(ada, reply, 'Without the tone')
    const dialog = ada.page.getByRole('dialog', { name: 'Delete Warm tone?' })
    await dialog.getByRole('button', { name: 'Delete for everybody' }).click()
    await expect(ada.page).toHaveURL(library.home)
    await expect(ada.page.getByText('Warm tone is deleted.')).toBeVisible()
    await expect(dev.page.getByRole('heading', { name: 'There is no such prompt' })).toBeVisible()
    await ada.page.goto(`${library.home}/audit`)
    await expect(ada.page.getByRole('row', { name: /Ada Lindqvist deleted/ })).toContainText(tone.key)
  })
})

test('an include is followed on the map, and its impact is told before a commit', async ({
  ada,
  dev,
  library,
}) => {
  const tone = await createIncluding(ada, library, 'Warm tone')
  const style = await createIncluding(ada, library, 'House style', [`${tone.key}@1.0.0`])
  const triage = await createIncluding(ada, library, 'Ticket triage', [style.key])
  await createIncluding(ada, library, 'Night triage', [triage.key])
  await createIncluding(ada, library, 'Refund reply', [style.key, 'guardrails-general-nowhere'])
  const map = new DependenciesPage(ada.page)

  await test.step('the library leads to the map, which shows everything that includes', async () => {
    await ada.page.goto(library.home)
    await ada.page
      .getByRole('navigation', { name: 'Pages of this library' })
      .getByRole('link', { name: 'Dependencies' })
      .click()
    await expect(ada.page).toHaveURL(`${library.home}/dependencies`)
    await expect(map.node('House style')).toHaveAccessibleName(
      /^House style ?, Draft, included by 2, includes 1$/,
    )
    await expect(map.node('guardrails-general-nowhere')).toHaveAccessibleName(/ ?, missing, included by 1/)
  })

  await test.step('by keyboard: find, walk, and what a change reaches', async () => {
    await map.search.fill('warm')
    await expect(ada.page.getByText('1 of 6 prompts')).toBeVisible()
    await map.search.fill('')
    await map.node('Warm tone').focus()
    await ada.page.keyboard.press('ArrowLeft')
    await expect(map.node('House style')).toBeFocused()
    await expect(map.node('Ticket triage')).toHaveAttribute('data-light', 'above')
    await expect(map.node('Warm tone')).toHaveAttribute('data-light', 'below')
    await expect(map.node('guardrails-general-nowhere')).toHaveAttribute('data-light', 'dim')
    await ada.page.keyboard.press('Enter')
    const card = map.card('House style')
    await expect(card).toContainText('A change reaches 3 prompts, none of them deployed.')
    await expect(card.getByRole('listitem').filter({ hasText: 'Warm tone' })).toContainText('1.0.0')
    await ada.page.keyboard.press('Escape')
    await expect(card).toBeHidden()
    await expect(map.node('House style')).toBeFocused()
  })

  await test.step('zoomed and moved, and all of it again', async () => {
    const zoom = ada.page.getByRole('toolbar', { name: 'Zoom' })
    const before = await map.node('Warm tone').boundingBox()
    const percent = async () => Number(/(\d+)%/.exec((await zoom.textContent()) ?? '')?.[1])
    const fitting = await percent()
    await ada.page.keyboard.press('+')
    await expect.poll(percent).toBeGreaterThan(fitting)
    await ada.page.keyboard.press('0')
    await expect.poll(percent).toBe(fitting)
    await ada.page.mouse.move(700, 760)
    await ada.page.mouse.down()
    await ada.page.mouse.move(760, 700, { steps: 5 })
    await ada.page.mouse.up()
    const moved = async () => {
      const after = await map.node('Warm tone').boundingBox()
      return [Math.round(after!.x - before!.x), Math.round(after!.y - before!.y)]
    }
    await expect.poll(moved).toEqual([60, -60])
  })

  await test.step('the list says the same', async () => {
    await ada.page.getByText('List', { exact: true }).click()
    await expect(map.list.locator('tbody').getByRole('row')).toHaveCount(5)
    await expect(map.list.getByRole('row', { name: /House style.*Warm tone/ })).toContainText('1.0.0')
    await expect(map.list.getByRole('row', { name: /Refund reply.*nowhere/ })).toContainText(
      'There is no such prompt',
    )
  })

  await test.step('the usage of a prompt tells who includes it, over others too', async () => {
    await map.list.getByRole('link', { name: 'Warm tone' }).click()
    await expect(ada.page).toHaveURL(`${tone.home}/usage`)
    const impact = ada.page.getByTestId('impact')
    // Its only includer keeps to a version.
    await expect(impact).toHaveText('A change reaches no other prompt.')
    const includers = ada.page.getByRole('table', { name: 'Prompts that include this one' })
    await expect(includers.getByRole('row', { name: /House style/ })).toContainText('1.0.0')
    await includers.getByRole('link', { name: 'House style' }).click()
    await expect(
      ada.page.getByRole('table', { name: 'Prompts that this one includes' }).getByRole('row', {
        name: /Warm tone/,
      }),
    ).toContainText('1.0.0')
    await expect(impact).toHaveText('A change reaches 3 prompts, none of them deployed.')
    await ada.page.getByText('1 of them reached over others').click()
    await expect(
      ada.page.getByRole('list', { name: 'Reached over others' }).getByRole('listitem'),
    ).toHaveText([/Night triageover 1 other/])
  })

  await test.step('the page follows what others commit', async () => {
    await replaceText(dev, triage, START)
    await commit(dev, triage, 'On its own feet')
    await expect(ada.page.getByTestId('impact')).toHaveText(
      'A change reaches 1 prompt, which is not deployed.',
    )
  })

  await test.step('the commit panel says how many a commit reaches', async () => {
    const written = new PromptPage(ada.page, style)
    await written.open()
    await written.placeCursor()
    await written.type('Be kind.')
    await written.saved()
    const panel = new CommitPanel(ada.page)
    await panel.open()
    await expect(panel.panel.getByText('Reaches 1 prompt that includes it.')).toBeVisible()
    await expect(panel.panel.getByRole('link', { name: '1 prompt' })).toHaveAttribute(
      'href',
      `${style.home}/usage`,
    )
  })
})
