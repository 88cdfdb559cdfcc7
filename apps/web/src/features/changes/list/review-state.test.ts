import { describe, expect, it } from 'vitest'
import { checksState, reviewState } from './review-state.ts'

const nothing = { required: 0, given: 0, changesRequested: false }

describe('reviewState', () => {
  it('says nothing where nobody has to', () => {
    expect(reviewState(nothing)).toBeNull()
  })

  it('counts what is missing', () => {
    expect(reviewState({ ...nothing, required: 2, given: 1 })).toEqual({
      look: 'WAITING',
      text: '1 of 2 approved',
    })
  })

  it('puts a wish for changes before approvals', () => {
    expect(reviewState({ required: 1, given: 1, changesRequested: true })?.look).toBe('REQUEST_CHANGES')
    expect(reviewState({ required: 1, given: 1, changesRequested: false })?.text).toBe('Approved')
    expect(reviewState({ ...nothing, given: 1 })?.look).toBe('APPROVE')
  })
})

describe('checksState', () => {
  const check = (state: 'PASSED' | 'FAILED' | 'PENDING' | 'NEUTRAL') => ({
    name: 'Syntax',
    state,
    description: 'as it is',
  })

  it('shows the worst', () => {
    expect(checksState([check('PASSED'), check('FAILED'), check('PENDING')])?.state).toBe('FAILED')
    expect(checksState([check('PASSED'), check('NEUTRAL')])?.state).toBe('PASSED')
  })

  it('is nothing without an opinion', () => {
    expect(checksState([])).toBeNull()
    expect(checksState([check('NEUTRAL')])).toBeNull()
  })

  it('names each', () => {
    expect(checksState([check('PASSED'), check('FAILED')])?.text).toBe('Syntax: as it is\nSyntax: as it is')
  })
})
