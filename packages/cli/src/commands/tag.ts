import type { Command } from '../command.ts'
import { COMMIT_FIELDS, type CommitAnswer, nameOf } from '../commit-lines.ts'
import { Failure, UsageError } from '../failure.ts'
import { payloadOf } from '../graphql.ts'
import { atMost, type OpenPrompt, openPrompt, PROMPT_HELP, PROMPT_OPTIONS } from '../open-prompt.ts'
import { parseOptions } from '../parse-options.ts'
import { columns, createScreen, firstLine } from '../screen.ts'

const HELP = `incipit tag KEY [NAME [REF]] [OPTIONS]

Names a commit; the name never moves. REF is a version, hash, tag or branch; the head of main where left out.
Without a NAME it lists the tags of the prompt. A tag that names that commit already is left as it is.

  --note TEXT           what the name stands for
${PROMPT_HELP}`

const OPTIONS = { ...PROMPT_OPTIONS, note: { type: 'string' } } as const

interface TagAnswer {
  readonly name: string
  readonly note: string
  readonly createdAt: string
  readonly taggedBy: { readonly name: string }
  readonly commit: CommitAnswer
}

const TAG_FIELDS = `name note createdAt taggedBy { name } commit { ${COMMIT_FIELDS} }`

export const tagCommand: Command = {
  name: 'tag',
  summary: 'name a commit, or list the names',
  help: HELP,
  async run(args, surroundings) {
    const { values, positionals } = parseOptions(args, OPTIONS)
    atMost(positionals, 3, 'incipit tag KEY NAME REF')
    const [key, name, ref = 'main'] = positionals
    if (name === undefined && values.note !== undefined)
      throw new UsageError('A note needs the name of a tag.')
    const prompt = await openPrompt(surroundings, key, values)
    const { write } = createScreen(surroundings)
    if (name === undefined) {
      const { commitTags } = await prompt.read<{ commitTags: TagAnswer[] }>(`commitTags { ${TAG_FIELDS} }`)
      write(values.json ? `${JSON.stringify(commitTags.map(jsonOf))}\n` : listOf(commitTags))
      return 0
    }
    const tag = await create(prompt, { name, ref, note: values.note })
    write(values.json ? `${JSON.stringify(jsonOf(tag))}\n` : `${tag.name} names ${nameOf(tag.commit)}.\n`)
    return 0
  },
}

async function create(
  prompt: OpenPrompt,
  { name, ref, note }: { name: string; ref: string; note: string | undefined },
): Promise<TagAnswer> {
  const { commit } = await prompt.read<{ commit: { id: string; hash: string } | null }>(
    'commit(ref: $ref) { id hash }',
    '$ref: String!',
    { ref },
  )
  if (!commit) throw new Failure(`There is no commit "${ref}" in ${prompt.key}.`, 'NOT_FOUND')
  const { commitTagCreate } = await prompt.ask<{ commitTagCreate: { tag: TagAnswer } }>(
    `mutation ($input: CommitTagCreateInput!) { commitTagCreate(input: $input) {
      ... on Error { code message } ... on CommitTagCreatePayload { tag { ${TAG_FIELDS} } } } }`,
    { input: { commitId: commit.id, name, note } },
  )
  try {
    return payloadOf(commitTagCreate).tag
  } catch (failure) {
    const there = failure instanceof Failure && failure.code === 'CONFLICT' ? await find(prompt, name) : null
    if (there?.commit.hash === commit.hash && (note === undefined || note === there.note)) return there
    throw failure
  }
}

async function find(prompt: OpenPrompt, name: string): Promise<TagAnswer | null> {
  const { commitTags } = await prompt.read<{ commitTags: TagAnswer[] }>(`commitTags { ${TAG_FIELDS} }`)
  return commitTags.find((tag) => tag.name === name) ?? null
}

function listOf(tags: readonly TagAnswer[]): string {
  if (tags.length === 0) return 'There are no tags.\n'
  const rows = tags.map((tag) => [
    tag.name,
    nameOf(tag.commit),
    tag.createdAt.slice(0, 10),
    firstLine(tag.taggedBy.name),
    firstLine(tag.note),
  ])
  return `${columns(rows).join('\n')}\n`
}

function jsonOf({ taggedBy, commit, ...tag }: TagAnswer) {
  return { ...tag, taggedBy: taggedBy.name, hash: commit.hash, version: commit.version }
}
