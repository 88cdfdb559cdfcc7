import { contractPython, contractSchema, contractTypeScript } from '@incipit/document'
import { builder } from '../graphql/builder.ts'
import { CommitType } from './schema.ts'

/** A text that callers fill in, and the key of its prompt. */
interface Callable {
  readonly key: string
  readonly content: string
}

const ContractType = builder.objectRef<Callable>('Contract').implement({
  description: 'The inputs of a text, for programs that give them',
  fields: (t) => ({
    jsonSchema: t.field({
      type: 'JSON',
      description: 'As JSON Schema (draft 2020-12); what it accepts, strict rendering takes',
      resolve: ({ content }) => contractSchema(content),
    }),
    typescript: t.string({
      description: 'As a TypeScript interface named after the key',
      resolve: ({ content, key }) => contractTypeScript(content, key),
    }),
    python: t.string({
      description: 'As a Python TypedDict named after the key',
      resolve: ({ content, key }) => contractPython(content, key),
    }),
  }),
})

builder.objectField(CommitType, 'contract', (t) =>
  t.field({
    type: ContractType,
    nullable: true,
    description:
      'The inputs of the content; null where it is written in no language of templates Incipit reads',
    resolve: async ({ libraryId, promptId, contentHash }, _args, { loaders }) => {
      const prompt = (await loaders.prompt.load({ libraryId, id: promptId }))!
      if (prompt.templateLanguage !== 'mustache') return null
      return { key: prompt.key, content: (await loaders.content.load({ libraryId, id: contentHash }))! }
    },
  }),
)
