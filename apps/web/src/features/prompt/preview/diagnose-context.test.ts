import { diagnose } from '@incipit/document'
import { describe, expect, it } from 'vitest'
import { diagnoseContext } from './diagnose-context.ts'

const codes = (text: string, texts: [string, string | null][]) =>
  diagnose(text, diagnoseContext('own-key', new Map(texts))).map(({ code }) => code)

describe('diagnoseContext', () => {
  it('tells includes that are missing from those that are not known yet', () => {
    expect(codes('x {{> gone-key}}', [['gone-key', null]])).toEqual(['unknown-include'])
    expect(codes('x {{> some-key}}', [])).toEqual([])
    expect(codes('x {{> some-key}}', [['some-key', 'fine']])).toEqual([])
  })

  it('finds circles, near and far', () => {
    expect(codes('x {{> own-key}}', [])).toEqual(['include-cycle'])
    const far: [string, string][] = [
      ['a-key', '{{> b-key@1.0.0}} {{> a-key}}'],
      ['b-key@1.0.0', '{{> own-key}}'],
    ]
    expect(codes('x {{> a-key}}', far)).toEqual(['include-cycle'])
    const [problem] = diagnose('x {{> a-key}}', diagnoseContext('own-key', new Map(far)))
    expect(problem?.message).toContain('own-key → a-key → b-key → own-key')
  })
})
