import { expect, test } from 'vitest'
import { templateLanguageOf } from './template-language.ts'

test.each([
  ['plain words', 'Act as a pirate.', 'text'],
  ['front matter', '---\ndescription: x\n---\nHello', 'mustache'],
  ['a tag', 'Hello {{name}}', 'mustache'],
  ['sections', '{{#items}}{{.}}{{/items}}', 'mustache'],
  ['a tag that is not closed', 'Hello {{name', 'text'],
  ['a line that only looks like front matter', '---\nHello', 'text'],
  ['a statement', '{% if x %}Hello{% endif %}', 'jinja2'],
  ['a filter', 'Hello {{ name | upper }}', 'jinja2'],
  ['Python names', 'Hello {name}, you are {person.role}', 'f-string'],
  ['JSON', 'Answer with {"name": "{name}"}', 'text'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: such braces are what the row is about
  ['dollar braces', 'Hello ${Name:world}', 'dollar'],
])('%s', (_, text, language) => {
  expect(templateLanguageOf(text)).toBe(language)
})

test('takes no longer for text made to be slow', () => {
  const start = performance.now()
  for (const part of ['{{|', '{% if ', '${', '{a', '{{a|b']) templateLanguageOf(part.repeat(10_000))
  expect(performance.now() - start).toBeLessThan(5_000)
})
