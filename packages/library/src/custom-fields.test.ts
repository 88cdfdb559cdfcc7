import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIELD_KINDS, fieldKeyProblem, parseFieldValue } from './custom-fields.ts'

const field = (kind: (typeof FIELD_KINDS)[number]) => ({ label: 'Risk', kind, options: ['low', 'high'] })

describe('keys of custom fields', () => {
  it.each(['risk', 'risk-level', 'riskLevel', 'r2-d2', 'a'.repeat(40)])('"%s" is one', (key) => {
    expect(fieldKeyProblem(key)).toBeNull()
  })

  it.each([
    '',
    'Risk',
    '2risk',
    'risk_level',
    'risk level',
    '-risk',
    'risk--level',
    'risk-',
    '__proto__',
    'constructor',
    'toString',
    'a'.repeat(41),
    'risk\n',
  ])('%j is none', (key) => {
    expect(fieldKeyProblem(key)).toMatch(/\.$/)
  })

  it('never name something every object has', () => {
    for (const key of Object.getOwnPropertyNames(Object.prototype)) {
      if (fieldKeyProblem(key) === null) expect(key).toMatch(/^(is|property|toLocale)/)
    }
    expect(fieldKeyProblem('__proto__')).not.toBeNull()
  })
})

describe('values of custom fields', () => {
  it.each([
    ['text', 'a\nb', 'a\nb'],
    ['number', '-12.5', -12.5],
    ['number', '1e3', 1000],
    ['boolean', 'true', true],
    ['boolean', 'false', false],
    ['date', '2024-02-29', '2024-02-29'],
    ['select', 'high', 'high'],
    ['url', 'https://example.org/x?y=1', 'https://example.org/x?y=1'],
  ] as const)('%s: %j', (kind, text, value) => {
    expect(parseFieldValue(field(kind), text)).toEqual({ ok: true, value })
  })

  it.each([
    ['text', ' '],
    ['text', 'x'.repeat(2001)],
    ['number', 'twelve'],
    ['number', ''],
    ['number', '0x10'],
    ['number', '1e999'],
    ['number', 'Infinity'],
    ['boolean', 'yes'],
    ['date', '2023-02-29'],
    ['date', '31.1.2026'],
    ['date', '2026-01-31T00:00:00Z'],
    ['select', 'middle'],
    ['url', 'javascript:alert(1)'],
    ['url', 'example.org'],
    ['url', 'https://exa mple.org'],
  ] as const)('%s: not %j', (kind, text) => {
    expect(parseFieldValue(field(kind), text)).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^Risk .*\.$/),
    })
  })

  it('written as text again mean the same', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FIELD_KINDS),
        fc.oneof(fc.string(), fc.double().map(String), fc.webUrl()),
        (kind, text) => {
          const check = parseFieldValue(field(kind), text)
          if (check.ok) expect(parseFieldValue(field(kind), String(check.value))).toEqual(check)
        },
      ),
    )
  })
})
