import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { createBranch } from '../fixtures/branch.ts'
import type { Person } from '../fixtures/people.ts'
import { commit, headOf, type Prompt } from '../fixtures/prompt.ts'
import { replaceText } from '../fixtures/room.ts'
import { expect, START, test } from '../fixtures/test.ts'
import { ChangelogPage } from '../pages/changelog-page.ts'
import { HistoryPage } from '../pages/history-page.ts'
import { PromptPage } from '../pages/prompt-page.ts'

const BRANCH = 'feature/warm'
const WARM = START.concat('Be {{tone}}.\n')

/** Commits on a branch, where it takes no number; answers with the first digits of its hash. */
async function commitThere(author: Person, prompt: Prompt, message: string): Promise<string> {
  const { commit: made } = await author.api.change<{ commit: { shortHash: string } }>(
    'commitCreate',
    {
      branchId: prompt.branchId,
      message,
      changeType: 'FEATURE',
      expectedHead: await headOf(author, prompt),
    },
    'commit { shortHash }',
  )
  return made.shortHash
}

/** A branch on which somebody took up a tone. */
async function warmBranch(author: Person, prompt: Prompt) {
  const branch = await createBranch(author, prompt, BRANCH)
  await replaceText(author, branch, WARM)
  return { branch, ref: await commitThere(author, branch, 'Takes a tone') }
}

/** What is saved when a menu item is chosen: its name and its text. */
async function saved(page: Page, item: string): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: item }).click()
  const file = await download
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

test('blame names the commit and the author of each line, and leads to the commit', async ({
  ada,
  dev,
  prompt,
}) => {
  await commit(ada, prompt, 'First words')
  await replaceText(dev, prompt, START.replace('brief', 'thorough'))
  await commit(dev, prompt, 'More thorough')
  const hers = new PromptPage(ada.page, prompt)
  await hers.open()
  const rows = ada.page.getByTestId('blame-gutter').locator('.blame-row:visible')

  await test.step('beside the text: whose each stretch is, and since when', async () => {
    await hers.input.focus()
    await ada.page.keyboard.press('Control+Shift+B')
    await expect(rows).toHaveText([/^Ada Lindqvist1\.0\.0/, /^Dev Malhotra1\.0\.1/, /^Ada Lindqvist1\.0\.0/])
    const line = ada.page.locator('.view-line', { hasText: 'Be thorough.' })
    // The editor makes its lines anew when it gets narrower.
    const besideIt = async () => {
      const [text, stretch] = [await line.boundingBox(), await rows.nth(1).boundingBox()]
      return (
        text &&
        stretch &&
        [stretch.y - text.y, stretch.height - text.height].map((by) => Math.round(Math.abs(by)))
      )
    }
    await expect.poll(besideIt).toEqual([0, 0])
  })

  await test.step('the status line says it of the line with the cursor; what is typed is nobody’s yet', async () => {
    await hers.placeCursor(2)
    await expect(ada.page.getByTestId('blame-line')).toHaveText(/^Dev Malhotra1\.0\.1/)
    await hers.placeCursor(5)
    await expect(ada.page.getByTestId('blame-line')).toHaveText(/^Ada Lindqvist1\.0\.0/)
    await hers.type(' Today?')
    await expect(ada.page.getByTestId('blame-line')).toHaveText('Line not committed')
    await expect(rows).toHaveCount(4)
    await expect(rows.last()).toHaveText('Not committed')
  })

  await test.step('a stretch opens its commit, and that its own blame', async () => {
    await rows.nth(1).click()
    const card = ada.page.getByTestId('blame-card')
    await expect(card).toContainText('More thorough')
    await card.getByRole('link', { name: '1.0.1' }).click()
    await expect(ada.page).toHaveURL(`${prompt.home}/commits/1.0.1`)
    await expect(ada.page.getByRole('heading', { name: '1.0.1 More thorough' })).toBeVisible()
    await ada.page.getByText('Blame', { exact: true }).click()
    await expect(rows).toHaveCount(3)
    await ada.page.getByText('Words', { exact: true }).click()
    await expect(ada.page.locator('.blame-word', { hasText: 'thorough' })).toBeVisible()
    await expect(
      ada.page.getByRole('list', { name: 'Who wrote its words' }).getByRole('listitem'),
    ).toHaveText(['Ada Lindqvist', 'Dev Malhotra'])
  })
})

test('the history draws a branch and its merge; branches are compared and taken along as a patch', async ({
  ada,
  dev,
  prompt,
}) => {
  await commit(ada, prompt, 'First words')
  const { branch: warm, ref } = await warmBranch(ada, prompt)
  await replaceText(ada, prompt, START.replace('brief', 'thorough'))
  await commit(ada, prompt, 'More thorough')
  const history = new HistoryPage(dev.page, prompt)
  await history.open()
  await expect(history.versions).toHaveCount(2)

  await test.step('of all branches: the branch stands in a lane of its own', async () => {
    await dev.page.getByText('All branches', { exact: true }).click()
    await expect(dev.page).toHaveURL(`${prompt.home}/history?all=1`)
    await expect(history.versions).toHaveCount(3)
    await expect(history.version(ref)).toContainText(BRANCH)
    const [main, branch] = [await history.lane('1.0.1'), await history.lane(ref)]
    expect(branch).toBeGreaterThan(main)
    expect(await history.lane('1.0.0')).toBe(main)
  })

  await test.step('two branches, side by side and inline, from where they parted', async () => {
    await dev.page.goto(`${prompt.home}/compare/main..${BRANCH}`)
    const diff = dev.page.getByTestId('text-diff')
    const sideBySide = diff.locator('.monaco-diff-editor.side-by-side')
    const changes = dev.page.getByRole('list', { name: 'What changed in the document' })
    await expect(diff.locator('.original .view-line', { hasText: 'Be thorough.' })).toBeVisible()
    await expect(diff.locator('.modified .view-line', { hasText: 'Be {{tone}}.' })).toBeVisible()
    await expect(sideBySide).toBeVisible()
    await expect(changes).toContainText('tone')
    await dev.page.getByRole('switch', { name: 'Since they parted' }).click()
    await expect(dev.page).toHaveURL(`${prompt.home}/compare/main...${encodeURIComponent(BRANCH)}`)
    await expect(diff.locator('.original .view-line', { hasText: 'Be brief.' })).toBeVisible()
    await expect(dev.page.getByText('1 change', { exact: true })).toBeVisible()
    await dev.page.getByText('Inline', { exact: true }).click()
    await expect(sideBySide).toHaveCount(0)
    await expect(diff.locator('.modified .view-line', { hasText: 'Be {{tone}}.' })).toBeVisible()
  })

  await test.step('the comparison is saved as a patch that git would take', async () => {
    await dev.page.getByRole('button', { name: 'More about this comparison' }).click()
    const { name, text } = await saved(dev.page, 'Download as a patch')
    expect(name).toBe(`${prompt.key}-main-feature-warm.patch`)
    expect(text).toMatch(/^--- a\/.*\n\+\+\+ b\/.*\n@@ -\d+(,\d+)? \+\d+(,\d+)? @@/m)
    expect(text.split('\n').filter((line) => /^[+-](?![+-])/.test(line))).toEqual(['+Be {{tone}}.'])
  })

  await test.step('merged, the lanes meet, in a window that was open already', async () => {
    await history.open('?all=1')
    await expect(history.versions).toHaveCount(3)
    await ada.api.change('branchMerge', { branchId: warm.branchId, from: 'main' })
    await expect(history.versions).toHaveCount(4)
    await expect(history.versions.first()).toContainText(`Merge main into ${BRANCH}`)
    await expect(history.linesFrom(history.versions.first())).toHaveCount(2)
    await expect(history.linesFrom(history.version('1.0.1'))).toHaveCount(1)
  })
})

test('a commit is tagged for good, found by others under its link, and picked onto another branch', async ({
  ada,
  dev,
  vera,
  prompt,
}) => {
  await commit(ada, prompt, 'First words')
  const { ref } = await warmBranch(ada, prompt)
  await ada.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const [hers, his] = [new HistoryPage(ada.page, prompt), new HistoryPage(dev.page, prompt)]
  await Promise.all([hers.open(`?branch=${BRANCH}`), his.open()])
  await expect(his.versions).toHaveCount(1)

  await test.step('a tag names one commit and is refused for another', async () => {
    await hers.choose(ref, 'Tag…')
    const dialog = ada.page.getByRole('dialog', { name: `Tag ${ref}` })
    await dialog.getByRole('textbox', { name: 'Tag' }).fill('spring')
    await dialog.getByRole('button', { name: 'Tag it' }).click()
    await expect(ada.page.getByText(`${ref} is tagged spring.`)).toBeVisible()
    await expect(hers.version(ref).getByText('spring', { exact: true })).toBeVisible()
    await hers.choose('1.0.0', 'Tag…')
    const again = ada.page.getByRole('dialog', { name: 'Tag 1.0.0' })
    await again.getByRole('textbox', { name: 'Tag' }).fill('spring')
    await again.getByRole('button', { name: 'Tag it' }).click()
    await expect(again).toContainText('a tag never moves')
    await ada.page.keyboard.press('Escape')
    await expect(again).toBeHidden()
  })

  await test.step('its permanent link, and its tag, open it for somebody who may only read', async () => {
    await hers.choose(ref, 'Copy the permanent link')
    await expect(ada.page.getByText('The permanent link is copied.')).toBeVisible()
    const link = await ada.page.evaluate(() => navigator.clipboard.readText())
    for (const address of [link, `${prompt.home}/commits/spring`]) {
      await vera.page.goto(address)
      await expect(vera.page.getByRole('heading', { name: `${ref} Takes a tone` })).toBeVisible()
      await expect(
        vera.page.getByTestId('text-diff').locator('.modified .view-line', { hasText: 'Be {{tone}}.' }),
      ).toBeVisible()
    }
  })

  await test.step('picked, its change alone is on main, in the other’s window too', async () => {
    await hers.choose(ref, 'Cherry-pick onto a branch…')
    const dialog = ada.page.getByRole('dialog', { name: `Pick ${ref} onto a branch` })
    await dialog.getByRole('button', { name: 'Cherry-pick' }).click()
    await expect(ada.page.getByText(`${ref} is in main now as 1.1.0.`)).toBeVisible()
    await expect(his.versions).toHaveCount(2)
    await expect(his.version('1.1.0')).toContainText('Takes a tone')
    const main = new PromptPage(dev.page, prompt)
    await dev.page.getByRole('link', { name: 'Write' }).click()
    await main.isReady()
    await main.shows(WARM)
  })
})

test('the changelog tells what came with which version, grows by itself, and is taken along', async ({
  ada,
  dev,
  prompt,
}) => {
  await commit(ada, prompt, 'First words', 'FEATURE')
  const { branch } = await warmBranch(dev, prompt)
  await replaceText(ada, prompt, START.replace('brief', 'thorough'))
  await commit(ada, prompt, 'More thorough')
  await new HistoryPage(dev.page, prompt).open()
  await dev.page.getByRole('link', { name: 'Changelog', exact: true }).click()
  await expect(dev.page).toHaveURL(`${prompt.home}/changelog`)
  const changelog = new ChangelogPage(dev.page)

  await test.step('by version, each change under its type', async () => {
    await expect(changelog.titles).toHaveText(['1.0.1', '1.0.0'])
    await expect(changelog.section('1.0.1').getByRole('heading', { name: 'Fix' })).toBeVisible()
    await expect(changelog.section('1.0.0').getByRole('heading', { name: 'Feature' })).toBeVisible()
  })

  await test.step('a merge arrives by itself, with the way to its change request', async () => {
    const { changeRequest } = await dev.api.change<{ changeRequest: { id: string; number: number } }>(
      'changeRequestCreate',
      { sourceBranchId: branch.branchId, title: 'A tone of its own' },
      'changeRequest { id number }',
    )
    const head = await headOf(dev, branch)
    const { id, number } = changeRequest
    await ada.api.change('changeRequestReview', { id, verdict: 'APPROVE', headCommit: head })
    const message = 'Answers in a tone\n\nOf the caller’s choice.'
    await ada.api.change('changeRequestMerge', { id, expectedHead: head, message, changeType: 'FEATURE' })
    await expect(changelog.titles).toHaveText(['1.1.0', '1.0.1', '1.0.0'])
    const newest = changelog.section('1.1.0')
    await expect(newest.getByRole('link', { name: 'Answers in a tone' })).toHaveAttribute(
      'href',
      `${prompt.home}/commits/1.1.0`,
    )
    await expect(newest).not.toContainText('Of the caller’s choice')
    await expect(newest.getByRole('link', { name: `#${number} A tone of its own` })).toHaveAttribute(
      'href',
      `${prompt.home}/changes/${number}`,
    )
    await expect(newest).toContainText('Dev Malhotra')
  })

  await test.step('by day, all of today', async () => {
    await dev.page.getByText('By day', { exact: true }).click()
    await expect(dev.page).toHaveURL(`${prompt.home}/changelog?by=date`)
    await expect(changelog.titles.first()).toHaveText(/^\d{1,2} \p{L}+ \d{4}$/u)
    await expect(changelog.sections.getByRole('listitem')).toHaveCount(3)
    await dev.page.goBack()
    await expect(changelog.titles).toHaveText(['1.1.0', '1.0.1', '1.0.0'])
  })

  await test.step('saved as Markdown and as JSON', async () => {
    await dev.page.getByRole('button', { name: 'Save', exact: true }).click()
    const markdown = await saved(dev.page, 'As Markdown')
    expect(markdown.name).toBe(`${prompt.key}-changelog.md`)
    expect(markdown.text).toMatch(
      /^# Morning report\n\n## 1\.1\.0 \(\d{4}-\d\d-\d\d\)\n\n- \*\*Added:\*\* Answers in a tone/,
    )
    await dev.page.getByRole('button', { name: 'Save', exact: true }).click()
    const json = await saved(dev.page, 'As JSON')
    expect(json.name).toBe(`${prompt.key}-changelog.json`)
    const { sections } = JSON.parse(json.text) as { sections: { title: string; changes: object[] }[] }
    expect(sections.map(({ title }) => title)).toEqual(['1.1.0', '1.0.1', '1.0.0'])
    expect(sections[0]?.changes).toEqual([
      expect.objectContaining({ changeType: 'feature', version: '1.1.0', text: 'Answers in a tone' }),
    ])
  })
})
