import type { Command } from '../command.ts'
import { Failure, UsageError } from '../failure.ts'
import { givenText } from '../given-text.ts'
import { payloadOf } from '../graphql.ts'
import {
  isForPrograms,
  LIBRARY_HELP,
  LIBRARY_OPTIONS,
  type OpenLibrary,
  openLibrary,
} from '../open-library.ts'
import { atMost } from '../open-prompt.ts'
import { parseOptions } from '../parse-options.ts'
import { createScreen } from '../screen.ts'

const HELP = `incipit create NAME --category CATEGORY --description TEXT [OPTIONS]

Creates a prompt. Its text is a draft that nobody has committed; "incipit update" commits it.

  --category CATEGORY   agents, tasks, system, experimental, templates, modifiers, guardrails, formatters, extractors or generators
  --description TEXT    what it does
  --subcategory NAME    general where left out
  --variant NAME        tells prompts of the same name apart
  --key-name NAME       the name in the key; made from NAME where left out
  --owner NAME          the category's usual owner where left out
  --tags A,B            its tags
  --content TEXT|@FILE  the text, or a file that holds it; a small example where left out
  --template ID|KEY     copies the text of a template, or of another prompt
${LIBRARY_HELP}`

const OPTIONS = {
  ...LIBRARY_OPTIONS,
  category: { type: 'string' },
  description: { type: 'string' },
  subcategory: { type: 'string' },
  variant: { type: 'string' },
  'key-name': { type: 'string' },
  owner: { type: 'string' },
  tags: { type: 'string' },
  content: { type: 'string' },
  template: { type: 'string' },
} as const

interface Created {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly category: string
  readonly subcategory: string
  readonly owner: string
  readonly tags: readonly { readonly name: string }[]
}

export const createCommand: Command = {
  name: 'create',
  summary: 'create a prompt',
  help: HELP,
  async run(args, surroundings) {
    const { values, positionals } = parseOptions(args, OPTIONS)
    atMost(positionals, 1, 'incipit create NAME --category CATEGORY --description TEXT')
    const [name] = positionals
    if (!name?.trim()) throw new UsageError('Give the prompt a name.')
    if (!values.category) throw new UsageError('Choose a category by --category.')
    if (!values.description?.trim()) throw new UsageError('Say by --description what the prompt does.')
    if (values.content !== undefined && values.template !== undefined)
      throw new UsageError('Give --content or --template, not both.')
    const programs = isForPrograms(values)
    const content = values.content === undefined ? undefined : givenText(values.content)
    const library = await openLibrary(surroundings, values)
    const templateId =
      values.template === undefined ? undefined : await findTemplate(library, values.template)
    const { promptCreate } = await library.ask<{ promptCreate: { prompt: Created } }>(
      `mutation ($input: PromptCreateInput!) { promptCreate(input: $input) { ... on Error { code message }
        ... on PromptCreatePayload { prompt { id key name category subcategory owner tags { name } } } } }`,
      {
        input: {
          libraryId: library.id,
          name,
          category: values.category,
          description: values.description,
          subcategory: values.subcategory,
          variant: values.variant,
          keyName: values['key-name'],
          owner: values.owner,
          tags: values.tags?.split(',').filter((tag) => tag.trim() !== ''),
          content,
          templateId,
        },
      },
      { once: true },
    )
    const { prompt } = payloadOf(promptCreate)
    createScreen(surroundings).write(
      programs
        ? `${JSON.stringify({ ...prompt, tags: prompt.tags.map((tag) => tag.name) })}\n`
        : `Created ${prompt.key}. Its text is not committed yet.\n`,
    )
    return 0
  },
}

/** The id of a template, or of the prompt of that key. @throws Failure when there is neither */
async function findTemplate(library: OpenLibrary, wanted: string): Promise<string> {
  const { templates, prompt } = await library.read<{
    templates: { id: string }[]
    prompt: { id: string } | null
  }>('templates { id } prompt(key: $key) { id }', '$key: String!', { key: wanted })
  const id = templates.find((template) => template.id === wanted)?.id ?? prompt?.id
  if (id !== undefined) return id
  const known = templates.map((template) => template.id).filter((name) => /^[a-z-]{1,30}$/.test(name))
  throw new Failure(
    `There is no template or prompt "${wanted}". Templates are ${known.join(', ')}, and any prompt by its key.`,
    'NOT_FOUND',
  )
}
