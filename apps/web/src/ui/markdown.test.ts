import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Markdown } from './markdown.tsx'

const html = (text: string) => renderToStaticMarkup(createElement(Markdown, { text }))

describe('Markdown', () => {
  it('makes elements of Markdown', () => {
    expect(html('**bold** and `code`\n\n- one\n- two')).toMatch(
      /<strong>bold<\/strong> and <code>code<\/code>[\s\S]*<li>one<\/li>/,
    )
    expect(html('| a | b |\n|---|---|\n| 1 | 2 |')).toContain('<td>1</td>')
  })

  it('leaves HTML as text', () => {
    const made = html('<script>alert(1)</script> <b onclick="x()">hi</b> <img src=x onerror=alert(1)>')
    expect(made).not.toMatch(/<script|<b[ >]|<img/)
    expect(made).toContain('&lt;script&gt;')
  })

  it('lets links go to the web only, and tells them nothing', () => {
    expect(html('[a](https://example.org)')).toContain(
      '<a href="https://example.org" rel="nofollow noopener noreferrer" target="_blank">',
    )
    expect(html('[a](javascript:alert(1)) [b](data:text/html,x)')).not.toMatch(/javascript:|data:/)
  })

  it('loads no image but shows its address as a link', () => {
    const made = html('![a cat](https://example.org/cat.png)')
    expect(made).not.toContain('<img')
    expect(made).toContain('href="https://example.org/cat.png"')
    expect(made).toContain('a cat')
  })

  it('does not shout headings over those of the page', () => {
    expect(html('# One\n\n## Two')).toMatch(/<h3>One<\/h3>\s*<h4>Two<\/h4>/)
  })
})
