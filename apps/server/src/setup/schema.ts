import type { UserRow } from '../accounts/index.ts'
import { LevelEnum, signingIn, UserRefType } from '../accounts/schema.ts'
import type { DemoAccount } from '../demo/index.ts'
import { builder } from '../graphql/builder.ts'
import { failures } from '../graphql/errors.ts'
import type { LibraryRow } from '../libraries/index.ts'
import { LibraryType } from '../libraries/schema.ts'
import { MAX_PAGE_SIZE } from '../platform/paging.ts'

const DemoAccountType = builder.objectRef<DemoAccount>('DemoAccount').implement({
  description: 'An account anybody may use, on demo servers',
  fields: (t) => ({
    level: t.expose('level', { type: LevelEnum, description: 'Its level' }),
    name: t.exposeString('name', { description: 'Its name' }),
    email: t.exposeString('email', { description: 'Its address' }),
    hue: t.exposeInt('hue', { description: '1 to 12: its colour' }),
    description: t.exposeString('description', { description: 'What it may do, in a sentence' }),
  }),
})
const SingleSignOnType = builder.objectRef<{ label: string; url: string }>('SingleSignOn').implement({
  description: 'Sign-in by an identity provider (OpenID Connect)',
  fields: (t) => ({
    label: t.exposeString('label', { description: 'What the button says' }),
    url: t.exposeString('url', { description: 'Where it leads' }),
  }),
})

builder.queryField('server', (t) =>
  t.field({
    type: builder.objectRef<Record<string, never>>('ServerInfo').implement({
      description: 'What the server tells everybody about itself',
      fields: (f) => ({
        version: f.string({
          description: 'Version of Incipit',
          resolve: (_root, _args, { features }) => features.info.version,
        }),
        demo: f.boolean({
          description: 'Whether it is a demo: anybody may sign in',
          resolve: (_root, _args, { features }) => features.info.demo,
        }),
        demoAccounts: f.field({
          type: [DemoAccountType],
          description: 'The accounts of a demo; else empty',
          resolve: (_root, _args, { features }) => (features.info.demo ? features.demo.accounts() : []),
        }),
        setupRequired: f.boolean({
          description: 'Whether the first administrator is still to come, by the link in the server’s log',
          resolve: (_root, _args, { features }) => features.setup.isRequired(),
        }),
        singleSignOn: f.field({
          type: SingleSignOnType,
          nullable: true,
          description: 'Sign-in by an identity provider, where one is configured',
          resolve: (_root, _args, { features }) => features.info.singleSignOn,
        }),
        maxPageSize: f.int({ description: 'The most entries a page may have', resolve: () => MAX_PAGE_SIZE }),
      }),
    }),
    description: 'What the server tells everybody about itself',
    resolve: () => ({}),
  }),
)

const SetupCompleteInput = builder.inputType('SetupCompleteInput', {
  description: 'The first administrator and library',
  fields: (t) => ({
    token: t.string({ required: true, description: 'From the link in the log' }),
    email: t.string({ required: true, description: 'The administrator’s address' }),
    name: t.string({ required: true, description: 'The administrator’s name' }),
    password: t.string({ required: true, description: '10 to 200 characters' }),
    libraryName: t.string({ required: true, description: 'Name of the first library' }),
  }),
})
const SetupCompletePayload = builder
  .objectRef<{ library: LibraryRow; user: UserRow }>('SetupCompletePayload')
  .implement({
    description: 'Set up, and signed in',
    fields: (t) => ({
      library: t.field({
        type: LibraryType,
        description: 'The first library',
        resolve: (payload) => payload.library,
      }),
      user: t.field({
        type: UserRefType,
        description: 'The first administrator',
        resolve: (payload) => payload.user,
      }),
    }),
  })
builder.mutationField('setupComplete', (t) =>
  t.field({
    type: SetupCompletePayload,
    description: 'Creates the first administrator; works once, with the link from the server’s log',
    args: { input: t.arg({ type: SetupCompleteInput, required: true }) },
    errors: failures('SetupCompleteResult', 'validation', 'notFound', 'conflict', 'rateLimited'),
    resolve: (_root, { input }, context) =>
      signingIn(context, async () => {
        const { library, signedIn } = await context.features.setup.complete(input, context.origin)
        return { signedIn, result: { library, user: signedIn.user } }
      }),
  }),
)
