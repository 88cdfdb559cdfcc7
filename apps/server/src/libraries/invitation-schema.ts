import type { Level } from '@incipit/access'
import { LevelEnum, signingIn, UserRefType } from '../accounts/schema.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { failures } from '../graphql/errors.ts'
import { findableAs, libraryOf, Node, nodeId, nullIfHidden, rowOf } from '../graphql/node.ts'
import { NotFoundError } from '../platform/errors.ts'
import type { LibraryService } from './index.ts'

import { LibraryType } from './schema.ts'
import type { InvitationRow, LibraryRow } from './store.ts'

const InvitationType = builder.objectRef<InvitationRow>('Invitation').implement({
  description: 'A link that lets a person join',
  interfaces: [Node],
  fields: (t) => ({
    email: t.exposeString('email', { description: 'Whom it is for' }),
    level: t.field({
      type: LevelEnum,
      description: 'The level they join with',
      resolve: (row) => row.level as Level,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made' }),
    createdBy: t.field({
      type: UserRefType,
      nullable: true,
      description: 'Who invited',
      resolve: (row, _args, { loaders }) => (row.createdBy ? loaders.user.load(row.createdBy) : null),
    }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When it stops working' }),
    acceptedAt: t.expose('acceptedAt', { type: 'DateTime', nullable: true, description: 'When it was used' }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was withdrawn',
    }),
  }),
})
nodeId(InvitationType, (row) => [row.libraryId, row.id])

findableAs('Invitation', 2, ([libraryId, id], { features, caller }) =>
  nullIfHidden(() => features.libraries.invitation(caller, libraryId!, id!)),
)
const InvitationConnection = connectionOf(InvitationType, 'Invitation')

builder.objectFields(LibraryType, (t) => ({
  invitations: t.field({
    type: InvitationConnection,
    description: 'Invitations, newest first; for admins',
    args: pageArgs,
    resolve: (row, args, { features, caller }) => features.libraries.invitations(caller, row.libraryId, args),
  }),
}))

const InvitationPreviewType = builder
  .objectRef<Awaited<ReturnType<LibraryService['previewInvitation']>>>('InvitationPreview')
  .implement({
    description: 'What the holder of an invitation link sees before accepting',
    fields: (t) => ({
      email: t.exposeString('email', { description: 'Whom it is for' }),
      level: t.expose('level', { type: LevelEnum, description: 'The level it gives' }),
      libraryName: t.exposeString('libraryName', { description: 'The library it opens' }),
      inviterName: t.exposeString('inviterName', { nullable: true, description: 'Who invited' }),
      expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When it stops working' }),
      accountExists: t.exposeBoolean('accountExists', {
        description: 'Whether the address has an account: then sign in, else choose a password',
      }),
    }),
  })

builder.queryField('invitation', (t) =>
  t.field({
    type: InvitationPreviewType,
    nullable: true,
    description: 'What an invitation link leads to; null when it is unknown, used, withdrawn or expired',
    args: { token: t.arg.string({ required: true, description: 'The last part of the link' }) },
    resolve: async (_root, { token }, { features }) => {
      try {
        return await features.libraries.previewInvitation(token)
      } catch (error) {
        if (error instanceof NotFoundError) return null
        throw error
      }
    },
  }),
)

const InvitationCreateInput = builder.inputType('InvitationCreateInput', {
  description: 'Whom to invite',
  fields: (t) => ({
    libraryId: t.id({ required: true, description: 'The library' }),
    email: t.string({ required: true, description: 'Their address' }),
    level: t.field({ type: LevelEnum, required: true, description: 'Their level' }),
  }),
})
const InvitationCreatePayload = builder
  .objectRef<{ invitation: InvitationRow; url: string }>('InvitationCreatePayload')
  .implement({
    description: 'Made',
    fields: (t) => ({
      invitation: t.field({
        type: InvitationType,
        description: 'The invitation',
        resolve: (payload) => payload.invitation,
      }),
      url: t.exposeString('url', {
        description: 'The link to hand over, shown this one time; it works for seven days',
      }),
    }),
  })
const InvitationRevokeInput = builder.inputType('InvitationRevokeInput', {
  description: 'Which invitation to withdraw',
  fields: (t) => ({ id: t.id({ required: true, description: 'The invitation' }) }),
})
const InvitationRevokePayload = builder.objectRef<InvitationRow>('InvitationRevokePayload').implement({
  description: 'Withdrawn',
  fields: (t) => ({
    invitation: t.field({
      type: InvitationType,
      description: 'The invitation as it is now',
      resolve: (row) => row,
    }),
  }),
})
const InvitationAcceptInput = builder.inputType('InvitationAcceptInput', {
  description:
    'How to join: signed in with the token alone; else with the account’s password, or a name and password for a new account',
  fields: (t) => ({
    token: t.string({ required: true, description: 'The last part of the link' }),
    name: t.string({ description: 'For a new account' }),
    password: t.string({ description: 'Of the account, or for a new one' }),
  }),
})
const InvitationAcceptPayload = builder
  .objectRef<{ library: LibraryRow; user: { id: string } }>('InvitationAcceptPayload')
  .implement({
    description: 'Joined',
    fields: (t) => ({
      library: t.field({
        type: LibraryType,
        description: 'The library joined',
        resolve: (payload) => payload.library,
      }),
      user: t.field({
        type: UserRefType,
        description: 'Who joined',
        resolve: async (payload, _args, { loaders }) => (await loaders.user.load(payload.user.id))!,
      }),
    }),
  })

builder.mutationFields((t) => ({
  invitationCreate: t.field({
    type: InvitationCreatePayload,
    description: 'Makes a link that lets a person join; for admins',
    args: { input: t.arg({ type: InvitationCreateInput, required: true }) },
    errors: failures('InvitationCreateResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input }, { features, caller }) =>
      features.libraries.createInvitation(caller, { ...input, libraryId: libraryOf(input.libraryId) }),
  }),
  invitationRevoke: t.field({
    type: InvitationRevokePayload,
    description: 'Withdraws an invitation; for admins',
    args: { input: t.arg({ type: InvitationRevokeInput, required: true }) },
    errors: failures('InvitationRevokeResult', 'validation', 'notFound', 'forbidden'),
    resolve: (_root, { input }, { features, caller }) => {
      const key = rowOf(input.id, 'Invitation', 'The invitation')
      return features.libraries.revokeInvitation(caller, key.libraryId, key.id)
    },
  }),
  invitationAccept: t.field({
    type: InvitationAcceptPayload,
    description: 'Joins a library by an invitation link',
    args: { input: t.arg({ type: InvitationAcceptInput, required: true }) },
    errors: failures(
      'InvitationAcceptResult',
      'validation',
      'notFound',
      'forbidden',
      'conflict',
      'rateLimited',
    ),
    resolve: (_root, { input }, context) =>
      signingIn(context, async () => {
        const joined = await context.features.libraries.acceptInvitation(
          context.caller,
          { token: input.token, name: input.name ?? null, password: input.password ?? null },
          context.origin,
        )
        return { signedIn: joined.signedIn, result: joined }
      }),
  }),
}))
