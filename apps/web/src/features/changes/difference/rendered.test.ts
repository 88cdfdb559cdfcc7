import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderedMessages } from './rendered.ts'

const states = (before: string, after: string) =>
  renderedMessages(before, after).map(({ role, state }) => `${role} ${state}`)

describe('renderedMessages', () => {
  it('shows one conversation, with the words that changed', () => {
    const [system, user] = renderedMessages(
      'system:\nBe brief.\n\nuser:\nHello {{name}}\n',
      'system:\nBe kind.\n\nuser:\nHello {{name}}\n',
    )
    expect(system?.state).toBe('changed')
    expect(system?.parts).toEqual([
      { kind: 'same', text: 'Be ' },
      { kind: 'removed', text: 'brief' },
      { kind: 'added', text: 'kind' },
      { kind: 'same', text: '.' },
    ])
    expect(user).toMatchObject({ role: 'user', state: 'same' })
  })

  it('sees a message put in between', () => {
    const before = 'system:\nBe brief.\n\nuser:\nWhat is new today?\n'
    const after = 'system:\nBe brief.\n\nassistant:\nHow can I help?\n\nuser:\nWhat is new today?\n'
    expect(states(before, after)).toEqual(['system same', 'assistant added', 'user same'])
    expect(states(after, before)).toEqual(['system same', 'assistant removed', 'user same'])
  })

  it('does not take two unlike messages for one said differently', () => {
    expect(states('user:\nalpha beta gamma\n', 'user:\none two three four\n').sort()).toEqual([
      'user added',
      'user removed',
    ])
  })

  it('leaves out no message of either side, whatever the texts', () => {
    const messages = fc.array(
      fc.tuple(fc.constantFrom('system', 'user', 'assistant'), fc.constantFrom('a b', 'a c', 'd', 'e f g')),
      { maxLength: 8 },
    )
    const text = (list: [string, string][]) => list.map(([role, said]) => `${role}:\n${said}\n`).join('\n')
    fc.assert(
      fc.property(messages, messages, (left, right) => {
        const rendered = renderedMessages(text(left), text(right))
        const was = rendered.filter(({ state }) => state !== 'added').map(({ role }) => role)
        const is = rendered.filter(({ state }) => state !== 'removed').map(({ role }) => role)
        expect(was).toEqual(left.map(([role]) => role))
        expect(is).toEqual(right.map(([role]) => role))
      }),
    )
  })
})
