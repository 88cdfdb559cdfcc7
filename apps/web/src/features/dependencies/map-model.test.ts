import { describe, expect, it } from 'vitest'
import { foundNodes, mapOf } from './map-model.ts'
import { distanceWords, impactSentence, nodeWords } from './map-words.ts'

const prompt = (key: string, name: string) => ({ key, name, status: 'DEPLOYED' as const })
const [tone, triage, reply] = [
  prompt('modifiers-tone', 'Warm tone'),
  prompt('agents-triage', 'Triage'),
  prompt('agents-reply', 'Reply'),
]
const include = (from: typeof tone, to: typeof tone | string, version: string | null = null) => ({
  from,
  key: typeof to === 'string' ? to : to.key,
  to: typeof to === 'string' ? null : to,
  version,
})

describe('mapOf', () => {
  const map = mapOf([
    include(triage, tone),
    include(triage, tone, '1.2.0'),
    include(reply, tone, '1.2.0'),
    include(reply, 'guardrails-gone'),
  ])

  it('has every prompt and every missing key once, with its counts', () => {
    expect([...map.nodes.keys()]).toEqual([
      'agents-reply',
      'agents-triage',
      'guardrails-gone',
      'modifiers-tone',
    ])
    expect(map.nodes.get('modifiers-tone')).toMatchObject({ prompt: tone, includedBy: 2, includes: 0 })
    expect(map.nodes.get('agents-reply')).toMatchObject({ includedBy: 0, includes: 2 })
    expect(map.nodes.get('guardrails-gone')).toMatchObject({ prompt: null, includedBy: 1 })
  })

  it('draws several includes of one pair as one link with all versions', () => {
    expect(map.links).toEqual([
      { from: 'agents-reply', to: 'guardrails-gone', versions: [null] },
      { from: 'agents-reply', to: 'modifiers-tone', versions: ['1.2.0'] },
      { from: 'agents-triage', to: 'modifiers-tone', versions: [null, '1.2.0'] },
    ])
  })

  it('finds nodes by name or key, whatever the case', () => {
    expect(foundNodes(map, 'WARM')).toEqual(['modifiers-tone'])
    expect(foundNodes(map, 'agents')).toEqual(['agents-reply', 'agents-triage'])
    expect(foundNodes(map, 'gone')).toEqual(['guardrails-gone'])
    expect(foundNodes(map, '  ')).toEqual([])
  })

  it('says of a node aloud all that is drawn', () => {
    expect(nodeWords(map.nodes.get('modifiers-tone')!)).toBe('Deployed, included by 2, includes 0')
    expect(nodeWords(map.nodes.get('guardrails-gone')!)).toBe('missing, included by 1, includes 0')
  })
})

describe('impactSentence', () => {
  const reached = (...statuses: ('DEPLOYED' | 'DRAFT')[]) => ({
    truncated: false,
    prompts: statuses.map((status) => ({ distance: 1, prompt: { status } })),
  })

  it.each([
    [reached(), 'A change reaches no other prompt.'],
    [reached('DRAFT'), 'A change reaches 1 prompt, which is not deployed.'],
    [reached('DEPLOYED'), 'A change reaches 1 prompt, which is deployed.'],
    [reached('DRAFT', 'DRAFT'), 'A change reaches 2 prompts, none of them deployed.'],
    [reached('DRAFT', 'DEPLOYED', 'DEPLOYED'), 'A change reaches 3 prompts, 2 of them deployed.'],
    [
      { ...reached('DRAFT', 'DRAFT'), truncated: true },
      'A change reaches more than 2 prompts, none of them deployed.',
    ],
  ])('%#', (impact, sentence) => {
    expect(impactSentence(impact)).toBe(sentence)
  })
})

it('distanceWords counts what lies between', () => {
  expect([1, 2, 4].map(distanceWords)).toEqual(['includes it', 'over 1 other', 'over 3 others'])
})
