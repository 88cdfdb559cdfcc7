import { type AccessSubject, actionsOf, LEVELS } from '@incipit/access'
import { builder, enumOf } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { FAILURE, failures } from '../graphql/errors.ts'
import { encodeId, findableAs, idParts, Node, nodeId } from '../graphql/node.ts'
import { type ActorRef, hueOf, requireUser, type SignedIn, SYSTEM, userActor } from './index.ts'
import type { SessionRow, UserRow } from './store.ts'

export const LevelEnum = enumOf('Level', LEVELS, 'What a member or API key may do in a library', {
  admin: 'Everything, members and keys included',
  developer: 'Creates and changes prompts',
  reviewer: 'Reviews, approves and releases',
  viewer: 'Reads',
})

export const UserRefType = builder.objectRef<UserRow>('User').implement({
  description: 'A person',
  interfaces: [Node],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As the person wrote it' }),
    email: t.exposeString('email', { description: 'The address they sign in with' }),
    hue: t.exposeInt('hue', { description: '1 to 12: the person’s colour everywhere' }),
  }),
})
nodeId(UserRefType, (user) => [user.id])

const ActorKindEnum = enumOf('ActorKind', ['user', 'key', 'system'] as const, 'What acted', {
  user: 'A person',
  key: 'A program with an API key',
  system: 'Incipit itself',
})

export const ActorType = builder.objectRef<ActorRef>('Actor').implement({
  description:
    'Who did something: a person, an API key or Incipit itself. The name is as it was at that time.',
  fields: (t) => ({
    kind: t.field({ type: ActorKindEnum, description: 'What acted', resolve: (actor) => actor.kind }),
    id: t.exposeString('id', { description: 'Stable; the id that presence in live documents carries' }),
    name: t.exposeString('name', { description: 'The name at that time' }),
    hue: t.int({
      description: '1 to 12: the colour everywhere',
      resolve: async (actor, _args, { loaders }) =>
        (actor.kind === 'user' ? (await loaders.user.load(actor.id))?.hue : undefined) ??
        (actor.kind === 'system' ? SYSTEM.hue : hueOf(actor.id)),
    }),
    user: t.field({
      type: UserRefType,
      nullable: true,
      description: 'The account, where a person acted',
      resolve: (actor, _args, { loaders }) => (actor.kind === 'user' ? loaders.user.load(actor.id) : null),
    }),
  }),
})

const SessionType = builder.objectRef<SessionRow>('Session').implement({
  description: 'A signed-in browser',
  interfaces: [Node],
  fields: (t) => ({
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it signed in' }),
    lastSeenAt: t.expose('lastSeenAt', { type: 'DateTime', description: 'Last request, to the minute' }),
    ip: t.exposeString('ip', { description: 'Network address at sign-in' }),
    userAgent: t.exposeString('userAgent', { description: 'What the browser called itself' }),
    current: t.boolean({
      description: 'Whether it is the one asking',
      resolve: (session, _args, { caller }) =>
        caller.actor?.kind === 'user' && caller.actor.sessionId === session.id,
    }),
  }),
})
nodeId(SessionType, (session) => [session.id])
findableAs(
  'Session',
  1,
  async ([id], { features, caller }) =>
    (await features.accounts.sessionsOf(caller.actor)).find((session) => session.id === id) ?? null,
)

/** Who is asking; libraries and keys add their fields. */
export const ViewerType = builder.objectRef<{ readonly kind: 'user' | 'key' }>('Viewer').implement({
  description: 'Who is asking',
  fields: (t) => ({
    kind: t.field({
      type: ActorKindEnum,
      description: 'A person or an API key',
      resolve: (viewer) => viewer.kind,
    }),
    user: t.field({
      type: UserRefType,
      nullable: true,
      description: 'The person; null for an API key',
      resolve: (_viewer, _args, { caller, loaders }) =>
        caller.actor?.kind === 'user' ? loaders.user.load(caller.actor.id) : null,
    }),
    sessions: t.field({
      type: [SessionType],
      description: 'Where you are signed in, most recent first; at most 100',
      resolve: (_viewer, _args, { features, caller }) => features.accounts.sessionsOf(caller.actor),
    }),
    mayCreateLibraries: t.boolean({
      description: 'Whether you may create libraries',
      resolve: (_viewer, _args, { caller }) => caller.actor?.kind === 'user' && caller.actor.isOperator,
    }),
  }),
})

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerType,
    nullable: true,
    description: 'Who is asking; null when nobody is signed in',
    resolve: (_root, _args, { caller }) => (caller.actor ? { kind: caller.actor.kind } : null),
  }),
)

const SignInPayload = builder.objectRef<UserRow>('SignInPayload').implement({
  description: 'Signed in; the session is in a cookie',
  fields: (t) => ({
    user: t.field({ type: UserRefType, description: 'Who signed in', resolve: (user) => user }),
  }),
})

/**
 * Signs somebody in for the rest of the operation and, by the cookie, for the next ones.
 *
 * @throws ForbiddenError over a WebSocket, which cannot set the cookie, before anything is done
 */
export async function signingIn<T>(
  context: Context,
  work: () => Promise<{ signedIn: SignedIn | null; result: T }>,
): Promise<T> {
  const { cookies } = context
  if (!cookies) throw new FAILURE.forbidden('Sign in over HTTP: a WebSocket cannot carry the session cookie.')
  const { signedIn, result } = await work()
  if (signedIn) {
    cookies.signedIn(signedIn)
    context.actAs(userActor(signedIn.user, signedIn.sessionId))
  }
  return result
}

const SignInInput = builder.inputType('SignInInput', {
  description: 'E-mail address and password',
  fields: (t) => ({
    email: t.string({ required: true, description: 'The address of the account' }),
    password: t.string({ required: true, description: 'Its password' }),
  }),
})
const SignInDemoInput = builder.inputType('SignInDemoInput', {
  description: 'Which demo account',
  fields: (t) => ({ level: t.field({ type: LevelEnum, required: true, description: 'Its level' }) }),
})
const SignOutInput = builder.inputType('SignOutInput', {
  description: 'Here or everywhere',
  fields: (t) => ({
    everywhere: t.boolean({ description: 'End all of your sessions, also on other devices' }),
  }),
})
const SignOutPayload = builder.objectRef<{ signedOut: boolean }>('SignOutPayload').implement({
  description: 'Signed out',
  fields: (t) => ({
    signedOut: t.exposeBoolean('signedOut', { description: 'Always true: there is no session any more' }),
  }),
})
const UserPayload = (name: string, description: string) =>
  builder.objectRef<UserRow>(name).implement({
    description,
    fields: (t) => ({
      user: t.field({ type: UserRefType, description: 'Your account', resolve: (user) => user }),
    }),
  })
const PasswordChangePayload = UserPayload('PasswordChangePayload', 'Changed; your other sessions have ended')
const PasswordChangeInput = builder.inputType('PasswordChangeInput', {
  description: 'The old password and the new',
  fields: (t) => ({
    currentPassword: t.string({ required: true, description: 'The password until now' }),
    newPassword: t.string({ required: true, description: '10 to 200 characters' }),
  }),
})
const ProfileUpdatePayload = UserPayload('ProfileUpdatePayload', 'Saved')
const ProfileUpdateInput = builder.inputType('ProfileUpdateInput', {
  description: 'Your profile',
  fields: (t) => ({ name: t.string({ required: true, description: 'What others see' }) }),
})
const SessionRevokeInput = builder.inputType('SessionRevokeInput', {
  description: 'Which session to end',
  fields: (t) => ({ id: t.id({ required: true, description: 'The session' }) }),
})
const SessionRevokePayload = builder.objectRef<{ sessionId: string }>('SessionRevokePayload').implement({
  description: 'Ended',
  fields: (t) => ({
    sessionId: t.id({ description: 'The session that ended', resolve: (payload) => payload.sessionId }),
  }),
})

builder.mutationFields((t) => ({
  signIn: t.field({
    type: SignInPayload,
    description:
      'Signs a person in by e-mail address and password. Failures slow the account and the address down.',
    args: { input: t.arg({ type: SignInInput, required: true }) },
    errors: failures('SignInResult', 'forbidden', 'rateLimited', 'validation'),
    resolve: (_root, { input }, context) =>
      signingIn(context, async () => {
        const signedIn = await context.features.accounts.signIn(input, context.origin)
        return { signedIn, result: signedIn.user }
      }),
  }),
  signInDemo: t.field({
    type: SignInPayload,
    description: 'Signs in to a demo account; on demo servers only',
    args: { input: t.arg({ type: SignInDemoInput, required: true }) },
    errors: failures('SignInDemoResult', 'forbidden', 'rateLimited', 'validation'),
    resolve: (_root, { input }, context) =>
      signingIn(context, async () => {
        const signedIn = await context.features.accounts.signInDemo(input.level, context.origin)
        return { signedIn, result: signedIn.user }
      }),
  }),
  signOut: t.field({
    type: SignOutPayload,
    description: 'Ends this session, or all of yours; open sockets close within seconds',
    args: { input: t.arg({ type: SignOutInput, required: true }) },
    resolve: async (_root, { input }, { features, caller, cookies }) => {
      await features.accounts.signOut(caller.actor, input.everywhere ?? false)
      cookies?.signedOut()
      return { signedOut: true }
    },
  }),
  passwordChange: t.field({
    type: PasswordChangePayload,
    description: 'Changes your password and ends your other sessions',
    args: { input: t.arg({ type: PasswordChangeInput, required: true }) },
    errors: failures('PasswordChangeResult', 'forbidden', 'rateLimited', 'validation'),
    resolve: (_root, { input }, { features, caller, origin }) =>
      features.accounts.changePassword(caller.actor, input, origin),
  }),
  profileUpdate: t.field({
    type: ProfileUpdatePayload,
    description: 'Changes your name',
    args: { input: t.arg({ type: ProfileUpdateInput, required: true }) },
    errors: failures('ProfileUpdateResult', 'forbidden', 'validation'),
    resolve: (_root, { input }, { features, caller }) => features.accounts.updateProfile(caller.actor, input),
  }),
  sessionRevoke: t.field({
    type: SessionRevokePayload,
    description: 'Ends one of your sessions',
    args: { input: t.arg({ type: SessionRevokeInput, required: true }) },
    errors: failures('SessionRevokeResult', 'notFound', 'forbidden', 'validation'),
    resolve: async (_root, { input }, { features, caller }) => {
      const [sessionId] = idParts(input.id, 'Session', 'The session')
      await features.accounts.revokeSession(requireUser(caller.actor), sessionId!)
      return { sessionId: encodeId('Session', sessionId!) }
    },
  }),
}))

export const viewerActions = (subject: AccessSubject | null): string[] => (subject ? actionsOf(subject) : [])
