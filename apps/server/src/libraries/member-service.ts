import type { Level } from '@incipit/access'
import { SYSTEM } from '../accounts/index.ts'
import type { Database } from '../platform/database.ts'
import { ConflictError, NotFoundError } from '../platform/errors.ts'
import { connection, type PageArgs } from '../platform/paging.ts'
import { authorize, type Caller } from './authorize.ts'
import type { LibraryDeps } from './deps.ts'
import { memberState } from './member-state.ts'
import type { MemberRow } from './store.ts'

/** Members of a library and their levels. */
export function createMemberService(deps: LibraryDeps) {
  const { db, store, accounts, changes, bus, clock } = deps

  async function changeMember(
    caller: Caller,
    memberId: { libraryId: string; userId: string },
    action: string,
    work: (
      tx: Parameters<Parameters<Database['transaction']>[0]>[0],
      before: MemberRow,
    ) => Promise<MemberRow | null>,
  ): Promise<{ before: MemberRow; after: MemberRow | null }> {
    const actor = await authorize(caller, memberId.libraryId, 'member.manage', 'The member')
    const result = await changes.run(memberId.libraryId, actor, async (tx, note) => {
      const admins = await store.lockAdmins(tx, memberId.libraryId)
      const before = await store.findMember(tx, memberId.libraryId, memberId.userId)
      if (!before) throw new NotFoundError('The member')
      const after = await work(tx, before)
      if (before.level === 'admin' && after?.level !== 'admin' && admins.length === 1) {
        throw new ConflictError(
          'A library needs an admin, and this is the last one. Make somebody else an admin first.',
        )
      }
      const [user] = await accounts.findUsers(tx, [before.userId])
      note({
        action,
        subject: { type: 'member', id: before.userId, label: user!.name },
        before: memberState(before),
        ...(after ? { after: memberState(after) } : {}),
        details: { before: before.level, ...(after ? { after: after.level } : {}) },
      })
      return { before, after }
    })
    bus.publish('access.changed', { libraryId: memberId.libraryId, userId: memberId.userId })
    return result
  }

  return {
    /** For the first start: a member without an invitation. */
    async addMember(libraryId: string, user: { id: string; name: string }, level: Level): Promise<void> {
      await changes.run(libraryId, SYSTEM, async (tx, note) => {
        const member: MemberRow = { libraryId, userId: user.id, level, joinedAt: clock.now() }
        await store.insertMember(tx, member)
        note({
          action: 'member.join',
          subject: { type: 'member', id: user.id, label: user.name },
          after: memberState(member),
          details: { level },
        })
      })
    },

    async members(caller: Caller, libraryId: string, args: PageArgs) {
      await authorize(caller, libraryId, 'member.read', 'The library')
      return connection(args, {
        list: 'members',
        descending: false,
        key: ['instant', 'uuid'],
        keyOf: (row: MemberRow) => [row.joinedAt.toISOString(), row.userId],
        fetch: (window) => store.listMembers(libraryId, window),
        count: () => store.countMembers(db, libraryId),
      })
    },

    findMember: (libraryId: string, userId: string) => store.findMember(db, libraryId, userId),

    async updateMember(
      caller: Caller,
      memberId: { libraryId: string; userId: string },
      level: Level,
    ): Promise<MemberRow> {
      const { after } = await changeMember(caller, memberId, 'member.update', (tx, before) =>
        store.updateMember(tx, before.libraryId, before.userId, level),
      )
      return after!
    },

    async removeMember(caller: Caller, memberId: { libraryId: string; userId: string }): Promise<void> {
      await changeMember(caller, memberId, 'member.remove', async (tx, before) => {
        await store.deleteMember(tx, before.libraryId, before.userId)
        return null
      })
    },
  }
}
