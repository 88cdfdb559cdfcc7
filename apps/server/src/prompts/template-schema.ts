import { type PromptTemplate, TEMPLATES } from '@incipit/library'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { commitKey } from '../graphql/loaders.ts'
import { encodeId } from '../graphql/node.ts'
import { LibraryType } from '../libraries/schema.ts'
import { PromptType } from './schema.ts'
import type { PromptRow } from './store.ts'

/** The library's own templates that a list shows, by name. */
const MOST_OWN = 100

interface OfferedTemplate extends Pick<PromptTemplate, 'id' | 'name' | 'description'> {
  /** The text; of an own template it is read when it is asked for. */
  readonly content: string | PromptRow
}

/** The committed text of a prompt. */
async function committed({ libraryId, id, headCommitId }: PromptRow, { loaders }: Context): Promise<string> {
  const head = await loaders.commit.load({ libraryId, id: commitKey(id, headCommitId!) })
  return (await loaders.content.load({ libraryId, id: head!.contentHash }))!
}

const PromptTemplateType = builder.objectRef<OfferedTemplate>('PromptTemplate').implement({
  description: 'A text a new prompt can begin with',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Goes into PromptCreateInput.templateId' }),
    name: t.exposeString('name', { description: 'Its name' }),
    description: t.exposeString('description', { description: 'What it is for; may be empty' }),
    content: t.string({
      description: 'The text',
      resolve: ({ content }, _args, context) =>
        typeof content === 'string' ? content : committed(content, context),
    }),
    prompt: t.field({
      type: PromptType,
      nullable: true,
      description: 'The prompt it is, where it is the library’s own; null for those of every library',
      resolve: ({ content }) => (typeof content === 'string' ? null : content),
    }),
  }),
})

builder.objectField(LibraryType, 'templates', (t) =>
  t.field({
    type: [PromptTemplateType],
    description:
      'Texts to begin with: those of every library, then the committed prompts of the category templates by name; at most 100 of these',
    extensions: { cost: MOST_OWN + TEMPLATES.length },
    resolve: async (library, _args, { features }) => {
      const { libraryId } = library
      const { edges } = await features.search.page(
        library,
        { category: ['templates'] },
        { field: 'NAME', direction: 'ASC' },
        { first: MOST_OWN },
      )
      const own = edges.map(({ node }) => node).filter(({ headCommitId }) => headCommitId !== null)
      return [
        ...TEMPLATES,
        ...own.map((row) => ({
          id: encodeId('Prompt', libraryId, row.id),
          name: row.name,
          description: row.description,
          content: row,
        })),
      ]
    },
  }),
)
