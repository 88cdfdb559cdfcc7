import { describe, expect, it } from 'vitest'
import { signOnProblem } from './sign-on-problem.ts'

describe('signOnProblem()', () => {
  it('explains the names the server sends people back with', () => {
    for (const name of ['sign-on-expired', 'sign-on-failed', 'sign-on-uninvited']) {
      expect(signOnProblem(name)).toMatch(/\.$/)
    }
  })

  it('shows nothing that an address makes up', () => {
    expect(signOnProblem('<b>Call 0800 123</b>')).toBeNull()
    expect(signOnProblem('__proto__')).toBeNull()
    expect(signOnProblem(null)).toBeNull()
  })
})
