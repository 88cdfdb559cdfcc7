import { commit, createPrompt, type Prompt, serverText } from '../fixtures/prompt.ts'
import { replaceText } from '../fixtures/room.ts'
import { expect, test } from '../fixtures/test.ts'
import { LanguageTools } from '../pages/language-tools.ts'
import { PreviewPane } from '../pages/preview-pane.ts'
import { PromptPage } from '../pages/prompt-page.ts'

const HELLO = `---
inputs:
  - name: topic
    kind: string
    description: <img src=x> [what](https://example.org)
    required: true
  - name: words
    kind: integer
    example: 12
---
system:
Use {{words}} words.

user:
Explain {{topic}}.
`

test('complete, rename and preview in the editor', async ({ ada, dev, prompt }) => {
  await replaceText(ada, prompt, HELLO)
  const [hers, his] = [new PromptPage(ada.page, prompt), new PromptPage(dev.page, prompt)]
  await Promise.all([hers.open(), his.open()])
  const [tools, preview] = [new LanguageTools(hers), new PreviewPane(ada.page)]

  await test.step('an input is completed in a tag', async () => {
    await hers.placeCursor(15)
    await hers.type(' Again: {{to')
    await tools.take('topic')
    await expect.poll(() => hers.text()).toContain('Explain {{topic}}. Again: {{topic}}')
    await expect.poll(() => his.text()).toContain('Again: {{topic}}')
  })

  await test.step('the preview shows what is missing, and takes an example', async () => {
    await expect(preview.messages.first()).toContainText('Use 12 words.')
    await expect(preview.messages.nth(1).locator('mark')).toHaveText(['topic', 'topic'])
    await expect(preview.problems).toContainText('"topic" is required')
    await preview.field('topic').fill('<b>tides</b>')
    await expect(preview.messages.nth(1)).toContainText('Explain <b>tides</b>. Again: <b>tides</b>')
    await expect(preview.problems).toBeHidden()
    await expect(preview.tokens).toContainText(/about \d+ of 4,000 tokens/)
  })

  await test.step('renamed everywhere, the other sees it in one step, and one undo takes it back', async () => {
    const before = await serverText(ada, prompt)
    await tools.placeIn('{{topic}}', 4)
    await tools.rename('topic', 'subject')
    const after = before.replaceAll('topic', 'subject')
    await his.shows(after)
    await hers.saved()
    expect(await serverText(dev, prompt)).toBe(after)
    await ada.page.keyboard.press('Control+z')
    await his.shows(before)
    await hers.shows(before)
  })

  await test.step('a name that is taken is refused beside the box', async () => {
    await tools.placeIn('{{topic}}', 4)
    await tools.rename('topic', 'words')
    await expect(
      ada.page.getByRole('status').filter({ hasText: 'There is an input called "words" already' }),
    ).toBeVisible()
    await ada.page.keyboard.press('Escape')
    await expect(ada.page.getByRole('textbox', { name: 'New name of topic' })).toBeHidden()
  })

  await test.step('the preview follows what the other types', async () => {
    await his.placeCursor(12)
    await his.type(' Write plainly.')
    await expect(preview.messages.first()).toContainText('Use 12 words. Write plainly.')
  })

  await test.step('a hover tells of an input, with the words of people as text', async () => {
    await hers.editor.getByText('topic', { exact: true }).last().hover()
    await expect(tools.hover).toContainText('string, required')
    await expect(tools.hover).toContainText('<img src=x> [what](https://example.org)')
    await expect(tools.hover.locator('img, a[href]')).toHaveCount(0)
  })
})

test('front matter is completed as it is written', async ({ ada, prompt }) => {
  await replaceText(ada, prompt, '---\n\n---\nuser:\nOn {{topic}}.\n')
  const view = new PromptPage(ada.page, prompt)
  await view.open()
  const tools = new LanguageTools(view)
  await view.placeCursor(2)
  await view.type('inp')
  await tools.take('inputs')
  await view.type('na')
  await tools.take('name')
  await view.type('topic\nki')
  await tools.take('kind')
  await view.type('str')
  await tools.take('string')
  // A line break is one, though the list is open and has just this word.
  await ada.page.keyboard.press('Enter')
  await view.type('required: true')
  await view.shows(
    '---\ninputs:\n  - name: topic\n    kind: string\n    required: true\n---\nuser:\nOn {{topic}}.\n',
  )
})

test('a problem is put right and a text is formatted, each in one step', async ({ ada, dev, prompt }) => {
  await replaceText(
    ada,
    prompt,
    '---\ninputs:\n    - name: topic\n---\nuser: \n\n\nOn {{ topik }}.\nassistant:\nYes.',
  )
  const [hers, his] = [new PromptPage(ada.page, prompt), new PromptPage(dev.page, prompt)]
  await Promise.all([hers.open(), his.open()])
  const tools = new LanguageTools(hers)

  await test.step('the fix is worked out in the text as it is when it is chosen', async () => {
    await tools.placeIn('{{ topik }}', 5)
    await ada.page.keyboard.press('Alt+Enter')
    const fix = ada.page.getByText('Change to topic', { exact: true })
    await expect(fix).toBeVisible()
    await his.placeCursor(6)
    await his.type('As always: ')
    await expect.poll(() => hers.text()).toContain('As always: ')
    await ada.page.keyboard.press('Enter')
    await expect.poll(() => his.text()).toContain('As always: \n\nOn {{ topic }}.')
  })

  await test.step('formatting gives the usual form, and one undo takes it back', async () => {
    const before = await hers.text()
    await hers.input.focus()
    await ada.page.keyboard.press('Shift+Alt+KeyF')
    const after =
      '---\ninputs:\n  - name: topic\n---\nuser:\nAs always: \n\nOn {{topic}}.\n\nassistant:\nYes.\n'
    await his.shows(after)
    await ada.page.keyboard.press('Control+z')
    await his.shows(before)
  })
})

test('follow an include', async ({ ada, library }) => {
  const tone = await createPrompt(ada, library, {
    name: 'Tone',
    category: 'modifiers',
    content: 'Speak calmly.\n',
  })
  await commit(ada, tone, 'First words', 'FEATURE')
  const host: Prompt = await createPrompt(ada, library, {
    name: 'Host',
    category: 'tasks',
    content: 'system:\nBe brief.\n\n',
  })
  const view = new PromptPage(ada.page, host)
  await view.open()
  const [tools, preview] = [new LanguageTools(view), new PreviewPane(ada.page)]

  await test.step('its key is completed from the library', async () => {
    await view.placeCursor()
    await view.type('{{> tone')
    await tools.take(tone.key)
    await expect.poll(() => view.text()).toContain(`{{> ${tone.key}}}`)
    await expect(preview.messages.first()).toContainText('Be brief. Speak calmly.')
    await expect(preview.includes.getByRole('link', { name: tone.key })).toBeVisible()
  })

  await test.step('behind an @ its versions are offered, newest first, and the one taken is included', async () => {
    await replaceText(ada, tone, 'Speak warmly.\n')
    await commit(ada, tone, 'Warmer', 'FEATURE')
    await tools.placeIn(`{{> ${tone.key}}}`, `{{> ${tone.key}`.length)
    await view.type('@')
    await expect(tools.suggestions.getByRole('option')).toHaveText([
      /1\.1\.0.*Warmer/,
      /1\.0\.0.*First words/,
    ])
    await view.type('1.0.')
    await expect(tools.suggestions.getByRole('option')).toHaveCount(1)
    await tools.take('1.0.0')
    await expect.poll(() => view.text()).toContain(`{{> ${tone.key}@1.0.0}}`)
    await expect(preview.messages.first()).toContainText('Be brief. Speak calmly.')
    for (let at = 0; at < '@1.0.0'.length; at++) await ada.page.keyboard.press('Backspace')
    await expect(preview.messages.first()).toContainText('Be brief. Speak warmly.')
  })

  await test.step('one that is not there is marked', async () => {
    await view.placeCursor()
    await view.type('\n{{> tasks-general-gone}}')
    await expect(preview.includes).toContainText('there is no such prompt')
    await expect(preview.problems).toContainText('There is no prompt tasks-general-gone')
    for (const key of ['Escape', 'End', 'Shift+Home', 'Delete', 'Backspace'])
      await ada.page.keyboard.press(key)
    await expect(preview.includes).not.toContainText('no such prompt')
    await view.saved()
    await commit(ada, host, 'Includes the tone', 'FEATURE')
  })

  await test.step('F12 goes to its page, which says who includes it, and back', async () => {
    await tools.placeIn(`{{> ${tone.key}}}`, 6)
    await ada.page.keyboard.press('F12')
    await expect(ada.page).toHaveURL(new RegExp(`/p/${tone.key}$`))
    await expect(preview.includedBy).toContainText(host.key)
    await preview.includedBy.getByRole('link', { name: host.key }).click()
    await expect(ada.page).toHaveURL(new RegExp(`/p/${host.key}$`))
    await view.isReady()
    await ada.page.goBack()
    await expect(ada.page).toHaveURL(new RegExp(`/p/${tone.key}$`))
  })
})
