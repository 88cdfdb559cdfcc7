import type { Level } from '@incipit/access'
import { LevelEnum, UserRefType } from '../accounts/schema.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { failures } from '../graphql/errors.ts'
import { encodeId, findableAs, Node, nodeId, rowOf } from '../graphql/node.ts'

import { LibraryType } from './schema.ts'
import type { MemberRow } from './store.ts'

const MemberType = builder.objectRef<MemberRow>('Member').implement({
  description: 'A person in a library',
  interfaces: [Node],
  fields: (t) => ({
    level: t.field({
      type: LevelEnum,
      description: 'What they may do',
      resolve: (row) => row.level as Level,
    }),
    joinedAt: t.expose('joinedAt', { type: 'DateTime', description: 'When they joined' }),
    user: t.field({
      type: UserRefType,
      description: 'The person',
      resolve: async (row, _args, { loaders }) => (await loaders.user.load(row.userId))!,
    }),
  }),
})
nodeId(MemberType, (row) => [row.libraryId, row.userId])
findableAs('Member', 2, async ([libraryId, userId], { features, loaders }) =>
  (await loaders.library.load(libraryId!)) ? features.libraries.findMember(libraryId!, userId!) : null,
)

const MemberConnection = connectionOf(MemberType, 'Member')

builder.objectFields(LibraryType, (t) => ({
  members: t.field({
    type: MemberConnection,
    description: 'Who belongs to it, first to join first',
    args: pageArgs,
    resolve: (row, args, { features, caller }) => features.libraries.members(caller, row.libraryId, args),
  }),
}))

const MemberUpdateInput = builder.inputType('MemberUpdateInput', {
  description: 'A new level for a member',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The member' }),
    level: t.field({ type: LevelEnum, required: true, description: 'The level from now on' }),
  }),
})
const MemberUpdatePayload = builder.objectRef<MemberRow>('MemberUpdatePayload').implement({
  description: 'Saved; open sockets of the member follow within seconds',
  fields: (t) => ({
    member: t.field({ type: MemberType, description: 'The member as they are now', resolve: (row) => row }),
  }),
})
const MemberRemoveInput = builder.inputType('MemberRemoveInput', {
  description: 'Whom to remove',
  fields: (t) => ({ id: t.id({ required: true, description: 'The member' }) }),
})
const MemberRemovePayload = builder
  .objectRef<{ libraryId: string; id: string }>('MemberRemovePayload')
  .implement({
    description: 'Removed; open sockets of the person close within seconds',
    fields: (t) => ({
      memberId: t.id({
        description: 'Who was removed',
        resolve: (key) => encodeId('Member', key.libraryId, key.id),
      }),
      library: t.field({
        type: LibraryType,
        nullable: true,
        description: 'The library; null when you removed yourself',
        resolve: (key, _args, { loaders }) => loaders.library.load(key.libraryId),
      }),
    }),
  })

builder.mutationFields((t) => ({
  memberUpdate: t.field({
    type: MemberUpdatePayload,
    description: 'Changes a member’s level; for admins. The last admin stays one.',
    args: { input: t.arg({ type: MemberUpdateInput, required: true }) },
    errors: failures('MemberUpdateResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input }, { features, caller }) => {
      const key = rowOf(input.id, 'Member', 'The member')
      return features.libraries.updateMember(
        caller,
        { libraryId: key.libraryId, userId: key.id },
        input.level,
      )
    },
  }),
  memberRemove: t.field({
    type: MemberRemovePayload,
    description: 'Removes a member; for admins. The last admin stays.',
    args: { input: t.arg({ type: MemberRemoveInput, required: true }) },
    errors: failures('MemberRemoveResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: async (_root, { input }, { features, caller }) => {
      const key = rowOf(input.id, 'Member', 'The member')
      await features.libraries.removeMember(caller, { libraryId: key.libraryId, userId: key.id })
      return key
    },
  }),
}))
