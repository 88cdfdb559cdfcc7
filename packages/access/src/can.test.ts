import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACTIONS, type Action, isAction } from './actions.ts'
import { actionsOf, can } from './can.ts'
import { isLevel, LEVELS, type Level } from './levels.ts'
import { isScope, SCOPES, type Scope } from './scopes.ts'

/** The domain's table: what each level may do, by kind of deed. */
const DOMAIN: Record<Level, Record<Column, boolean>> = {
  admin: {
    see: true,
    create: true,
    modify: true,
    review: true,
    deploy: true,
    delete: true,
    administer: true,
  },
  developer: {
    see: true,
    create: true,
    modify: true,
    review: false,
    deploy: false,
    delete: false,
    administer: false,
  },
  reviewer: {
    see: true,
    create: false,
    modify: false,
    review: true,
    deploy: true,
    delete: false,
    administer: false,
  },
  viewer: {
    see: true,
    create: false,
    modify: false,
    review: false,
    deploy: false,
    delete: false,
    administer: false,
  },
}

type Column = 'see' | 'create' | 'modify' | 'review' | 'deploy' | 'delete' | 'administer'
/** A column, or the deeds of everybody who changes or reviews something: all but viewers. */
type Deed = Column | 'contribute'

/** Which column of the domain's table each action falls under, and the scope a key needs for it. */
const MATRIX: Record<Action, [Deed, Scope | null]> = {
  'library.read': ['see', 'read'],
  'library.update': ['administer', null],
  'prompt.read': ['see', 'read'],
  'prompt.create': ['create', 'write'],
  'prompt.update': ['modify', 'write'],
  'prompt.edit': ['modify', 'write'],
  'prompt.submit': ['modify', 'write'],
  'prompt.return': ['contribute', 'write'],
  'prompt.archive': ['modify', 'write'],
  'prompt.restore': ['administer', 'write'],
  'prompt.delete': ['delete', 'write'],
  'prompt.import': ['create', 'import'],
  'tag.manage': ['modify', 'write'],
  'taxonomy.manage': ['administer', null],
  'shelf.keep': ['see', null],
  'commit.create': ['create', 'commit'],
  'commit.rollback': ['contribute', 'commit'],
  'commit.tag': ['contribute', 'commit'],
  'branch.create': ['create', 'commit'],
  'branch.merge': ['contribute', 'commit'],
  'branch.protect': ['administer', null],
  'change.create': ['create', 'commit'],
  'change.comment': ['contribute', 'review'],
  'review.approve': ['review', 'review'],
  'release.deploy': ['deploy', 'release'],
  'member.read': ['see', 'read'],
  'member.manage': ['administer', null],
  'invitation.manage': ['administer', null],
  'key.manage': ['administer', null],
  'audit.read': ['administer', 'audit'],
}

function mayDo(level: Level, deed: Deed): boolean {
  const columns = DOMAIN[level]
  return deed === 'contribute' ? columns.modify || columns.review : columns[deed]
}

const actions = Object.keys(ACTIONS) as Action[]
const cells = actions.flatMap((action) =>
  LEVELS.map((level) => ({ action, level, may: mayDo(level, MATRIX[action][0]) })),
)

describe('access', () => {
  it.each(cells)('$level, $action: $may', ({ action, level, may }) => {
    expect(can({ level }, action)).toBe(may)
    expect(can({ level, scopes: null }, action)).toBe(may)
  })

  it.each(actions)('a key needs exactly one scope for %s, or cannot do it at all', (action) => {
    const enough = SCOPES.filter((scope) => can({ level: 'admin', scopes: [scope] }, action))
    const scope = MATRIX[action][1]
    expect(enough).toEqual(scope === null ? [] : [scope])
  })

  it('a key never does more than a person of its level', () => {
    const anySubject = fc.record({ level: fc.constantFrom(...LEVELS), scopes: fc.subarray([...SCOPES]) })
    fc.assert(
      fc.property(anySubject, ({ level, scopes }) => {
        const person = actionsOf({ level })
        expect(actionsOf({ level, scopes }).filter((action) => !person.includes(action))).toEqual([])
      }),
    )
  })

  it('no key manages members, invitations, keys, settings or the taxonomy, or has a shelf of its own', () => {
    const widest = actionsOf({ level: 'admin', scopes: SCOPES })
    expect(actions.filter((action) => !widest.includes(action))).toEqual([
      'library.update',
      'taxonomy.manage',
      'shelf.keep',
      'branch.protect',
      'member.manage',
      'invitation.manage',
      'key.manage',
    ])
  })

  it('a key without scopes may do nothing', () => {
    expect(actionsOf({ level: 'admin', scopes: [] })).toEqual([])
  })

  it('a viewer sees, and no more', () => {
    expect(actionsOf({ level: 'viewer' })).toEqual([
      'library.read',
      'prompt.read',
      'shelf.keep',
      'member.read',
    ])
  })

  it('refuses what is not in the table', () => {
    expect(can({ level: 'admin' }, 'toString' as Action)).toBe(false)
    expect(can({ level: 'owner' as Level }, 'library.read')).toBe(false)
  })

  it('knows its own names', () => {
    expect([isAction('prompt.edit'), isAction('prompt.fly'), isAction('__proto__')]).toEqual([
      true,
      false,
      false,
    ])
    expect([isLevel('admin'), isLevel('root')]).toEqual([true, false])
    expect([isScope('audit'), isScope('members')]).toEqual([true, false])
  })

  it('says of every action what it is, as a phrase after "may"', () => {
    for (const action of actions) expect(ACTIONS[action].description).toMatch(/^[a-z].*[^.]$/)
  })
})
