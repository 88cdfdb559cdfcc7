import { CHANGE_TYPES, changeTypeOf } from '../change-type.ts'
import type { Command } from '../command.ts'
import { COMMIT_FIELDS, type CommitAnswer, commitJson, nameOf } from '../commit-lines.ts'
import { Failure, UsageError } from '../failure.ts'
import { givenText } from '../given-text.ts'
import { payloadOf } from '../graphql.ts'
import { isForPrograms, LIBRARY_HELP, LIBRARY_OPTIONS } from '../open-library.ts'
import { atMost, openPrompt } from '../open-prompt.ts'
import { parseOptions } from '../parse-options.ts'
import { createScreen } from '../screen.ts'

const HELP = `incipit update KEY --change-type TYPE --description TEXT [OPTIONS]

Commits a new version of a prompt. If somebody commits meanwhile, nothing happens; where a change request is needed, it is said.

  --content TEXT|@FILE  the new text, or a file that holds it; what stands in the live text where left out
  --change-type TYPE    ${CHANGE_TYPES.slice(0, 6).join(', ')},
                        ${CHANGE_TYPES.slice(6).join(', ')}
  --description TEXT    what changed and why
  --branch NAME         the branch; main where left out
${LIBRARY_HELP}`

const OPTIONS = {
  ...LIBRARY_OPTIONS,
  content: { type: 'string' },
  'change-type': { type: 'string' },
  description: { type: 'string' },
  branch: { type: 'string' },
} as const

interface Branch {
  readonly id: string
  readonly name: string
  readonly head: { readonly hash: string } | null
}

export const updateCommand: Command = {
  name: 'update',
  summary: 'commit a new version of a prompt',
  help: HELP,
  async run(args, surroundings) {
    const { values, positionals } = parseOptions(args, OPTIONS)
    const usage = 'incipit update KEY --change-type TYPE --description TEXT'
    atMost(positionals, 1, usage)
    const changeType = changeTypeOf(values['change-type'])
    if (!changeType)
      throw new UsageError(`Say by --change-type what kind of change it is: ${CHANGE_TYPES.join(', ')}.`)
    const message = values.description?.trim()
    if (!message) throw new UsageError('Say by --description what changed and why.')
    const programs = isForPrograms(values)
    const content = values.content === undefined ? undefined : givenText(values.content)
    const prompt = await openPrompt(surroundings, positionals[0], values)
    const name = values.branch ?? 'main'
    const { branch } = await prompt.read<{ branch: Branch | null }>(
      'branch(name: $branch) { id name head { hash } }',
      '$branch: String!',
      { branch: name },
    )
    if (!branch) throw new Failure(`There is no branch "${name}" of ${prompt.key}.`, 'NOT_FOUND')
    const mutation = content === undefined ? 'commitCreate' : 'commitText'
    const type = content === undefined ? 'CommitCreate' : 'CommitText'
    const answer = await prompt.ask<Record<string, { commit: CommitAnswer }>>(
      `mutation ($input: ${type}Input!) { ${mutation}(input: $input) {
        ... on Error { code message } ... on ${type}Payload { commit { ${COMMIT_FIELDS} } } } }`,
      {
        input: { branchId: branch.id, expectedHead: branch.head?.hash ?? null, message, changeType, content },
      },
      { once: true },
    )
    const { commit } = payloadOf(answer[mutation]!)
    createScreen(surroundings).write(
      programs
        ? `${JSON.stringify(commitJson(commit))}\n`
        : `Committed ${nameOf(commit)} of ${prompt.key} (${commit.shortHash}).\n`,
    )
    return 0
  },
}
