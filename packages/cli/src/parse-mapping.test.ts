import { describe, expect, it } from 'vitest'
import { UsageError } from './failure.ts'
import { parseMapping } from './parse-mapping.ts'

describe('--map', () => {
  it('takes several entries, in one option or several', () => {
    expect(parseMapping(['name=act, content=the prompt', 'tags=labels'])).toEqual({
      name: 'act',
      content: 'the prompt',
      tags: 'labels',
    })
    expect(parseMapping([])).toEqual({})
  })

  it.each(['name', 'name=', '=act', 'title=act', 'name=act,,'])('refuses %j', (text) => {
    expect(() => parseMapping([text])).toThrow(UsageError)
  })
})
