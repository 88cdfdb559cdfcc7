import { LEVELS, type Level } from '@incipit/access'
import { z } from 'zod'
import { type Actor, hashSecret, newSecret, type Origin, type SignedIn, SYSTEM } from '../accounts/index.ts'
import { ConflictError, NotFoundError } from '../platform/errors.ts'
import { email, line, parseInput } from '../platform/input.ts'
import { connection, type PageArgs } from '../platform/paging.ts'
import { authorize, type Caller } from './authorize.ts'
import type { LibraryDeps } from './deps.ts'
import { memberState } from './member-state.ts'
import type { InvitationRow, LibraryRow, MemberRow } from './store.ts'

const INVITATION_DAYS = 7
const MOST_MEMBERS = 1000

/** Links that let people join. */
export function createInvitationService(deps: LibraryDeps) {
  const { db, store, accounts, changes, bus, clock, newId, publicUrl } = deps

  async function loadInvitation(token: string): Promise<InvitationRow> {
    const row = token.length > 200 ? null : await store.findInvitationByToken(hashSecret(token))
    if (!row || row.acceptedAt || row.revokedAt || row.expiresAt <= clock.now()) {
      throw new NotFoundError('This invitation')
    }
    return row
  }

  async function join(
    row: InvitationRow,
    actor: Actor | typeof SYSTEM,
    user: { id: string; name: string },
  ): Promise<void> {
    await changes.run(row.libraryId, actor, async (tx, note) => {
      const used = await store.useInvitation(tx, row, clock.now())
      if (!used)
        throw new ConflictError('This invitation was used or withdrawn a moment ago. Ask for a new one.')
      const before = await store.findMember(tx, row.libraryId, user.id)
      if (before)
        throw new ConflictError(
          'You are a member of this library already. Open it from the list of your libraries.',
        )
      const member: MemberRow = {
        libraryId: row.libraryId,
        userId: user.id,
        level: row.level,
        joinedAt: clock.now(),
      }
      await store.insertMember(tx, member)
      note({
        action: 'member.join',
        subject: { type: 'member', id: user.id, label: user.name },
        after: memberState(member),
        details: { level: row.level },
      })
    })
    bus.publish('access.changed', { libraryId: row.libraryId, userId: user.id })
  }

  return {
    async invitations(caller: Caller, libraryId: string, args: PageArgs) {
      await authorize(caller, libraryId, 'invitation.manage', 'The library')
      return connection(args, {
        list: 'invitations',
        descending: true,
        key: ['instant', 'uuid'],
        keyOf: (row: InvitationRow) => [row.createdAt.toISOString(), row.id],
        fetch: (window) => store.listInvitations(libraryId, window),
        count: () => store.countInvitations(libraryId),
      })
    },

    async invitation(caller: Caller, libraryId: string, id: string): Promise<InvitationRow | null> {
      await authorize(caller, libraryId, 'invitation.manage', 'The invitation')
      return store.findInvitation(db, libraryId, id)
    },

    /** The link's secret is in the answer and nowhere else. */
    async createInvitation(
      caller: Caller,
      input: { libraryId: string; email: string; level: Level },
    ): Promise<{ invitation: InvitationRow; url: string }> {
      const actor = await authorize(caller, input.libraryId, 'invitation.manage', 'The library')
      const values = parseInput(z.strictObject({ email, level: z.enum(LEVELS) }), {
        email: input.email,
        level: input.level,
      })
      const token = newSecret('ici')
      const now = clock.now()
      const row: InvitationRow = {
        libraryId: input.libraryId,
        id: newId(),
        tokenHash: hashSecret(token),
        email: values.email,
        level: values.level,
        createdBy: actor.kind === 'user' ? actor.id : null,
        createdAt: now,
        expiresAt: new Date(now.getTime() + INVITATION_DAYS * 86_400_000),
        acceptedAt: null,
        revokedAt: null,
      }
      await changes.run(input.libraryId, actor, async (tx, note) => {
        const user = await accounts.findUserByEmail(tx, values.email)
        if (user && (await store.findMember(tx, input.libraryId, user.id))) {
          throw new ConflictError(
            `${values.email} is a member of this library already. Change their level instead.`,
          )
        }
        if ((await store.countMembers(tx, input.libraryId)) >= MOST_MEMBERS) {
          throw new ConflictError(`A library has at most ${MOST_MEMBERS} members. Remove somebody first.`)
        }
        await store.insertInvitation(tx, row)
        note({
          action: 'invitation.create',
          subject: { type: 'invitation', id: row.id, label: row.email },
          after: invitationState(row),
          details: { level: row.level },
        })
      })
      return { invitation: row, url: `${publicUrl}/invite/${token}` }
    },

    async revokeInvitation(caller: Caller, libraryId: string, id: string): Promise<InvitationRow> {
      const actor = await authorize(caller, libraryId, 'invitation.manage', 'The invitation')
      return changes.run(libraryId, actor, async (tx, note) => {
        const before = await store.findInvitation(tx, libraryId, id)
        if (!before) throw new NotFoundError('The invitation')
        if (before.acceptedAt || before.revokedAt) return before
        const after = await store.revokeInvitation(tx, before, clock.now())
        note({
          action: 'invitation.revoke',
          subject: { type: 'invitation', id, label: before.email },
          before: invitationState(before),
          after: invitationState(after),
        })
        return after
      })
    },

    /** What the holder of an invitation link sees before accepting. */
    async previewInvitation(token: string) {
      const row = await loadInvitation(token)
      const [library] = await store.findLibraries([row.libraryId])
      const [inviter] = row.createdBy ? await accounts.findUsers(db, [row.createdBy]) : []
      return {
        email: row.email,
        level: row.level as Level,
        expiresAt: row.expiresAt,
        libraryName: library!.name,
        inviterName: inviter?.name ?? null,
        accountExists: (await accounts.findUserByEmail(db, row.email)) !== null,
      }
    },

    /**
     * Joins a library by an invitation link: a signed-in person as themselves; anybody else with the password
     * of the invited address, or by choosing one for a new account.
     */
    async acceptInvitation(
      caller: Caller,
      input: { token: string; name: string | null; password: string | null },
      origin: Origin,
    ): Promise<{ library: LibraryRow; user: { id: string; name: string }; signedIn: SignedIn | null }> {
      const row = await loadInvitation(input.token)
      const [library] = await store.findLibraries([row.libraryId])
      if (caller.actor?.kind === 'user') {
        await join(row, caller.actor, caller.actor)
        return { library: library!, user: caller.actor, signedIn: null }
      }
      const existing = await accounts.findUserByEmail(db, row.email)
      if (existing) {
        const signedIn = await accounts.signIn({ email: row.email, password: input.password ?? '' }, origin)
        await join(row, SYSTEM, existing)
        return { library: library!, user: existing, signedIn }
      }
      const { name, password } = parseInput(
        z.strictObject({
          name: line('The name', 1, 80),
          password: z.string('Choose a password for your new account.'),
        }),
        { name: input.name ?? '', password: input.password },
      )
      const user = await accounts.createUser(db, { email: row.email, name, password })
      await join(row, SYSTEM, user)
      return { library: library!, user, signedIn: await accounts.startSession(db, user, origin) }
    },

    /** Accepts every open invitation for an address an identity provider vouches for. */
    async joinByVerifiedEmail(user: { id: string; name: string; email: string }): Promise<void> {
      for (const row of await store.findOpenInvitations(user.email, clock.now())) {
        if (!(await store.findMember(db, row.libraryId, user.id))) await join(row, SYSTEM, user)
      }
    },

    async hasOpenInvitation(address: string): Promise<boolean> {
      return (await store.findOpenInvitations(address, clock.now())).length > 0
    },
  }
}

/** What the audit log takes the hash of. */
function invitationState(row: InvitationRow) {
  return { email: row.email, level: row.level, revoked: row.revokedAt !== null }
}
