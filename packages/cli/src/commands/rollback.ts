import type { Command } from '../command.ts'
import { COMMIT_FIELDS, type CommitAnswer, commitJson, nameOf } from '../commit-lines.ts'
import { Failure, UsageError } from '../failure.ts'
import { payloadOf } from '../graphql.ts'
import { atMost, openPrompt, PROMPT_HELP, PROMPT_OPTIONS } from '../open-prompt.ts'
import { parseOptions } from '../parse-options.ts'
import { createScreen } from '../screen.ts'

const HELP = `incipit rollback KEY VERSION --reason TEXT [OPTIONS]

Gives main the content of an old commit again, as a new version: history is not rewritten. VERSION is a version, hash or tag.
If somebody commits meanwhile, nothing happens.

  --reason TEXT         why; it stands in the message
${PROMPT_HELP}`

const OPTIONS = { ...PROMPT_OPTIONS, reason: { type: 'string' } } as const

export const rollbackCommand: Command = {
  name: 'rollback',
  summary: 'bring an old version back as a new one',
  help: HELP,
  async run(args, surroundings) {
    const { values, positionals } = parseOptions(args, OPTIONS)
    atMost(positionals, 2, 'incipit rollback KEY VERSION --reason TEXT')
    const [key, version] = positionals
    if (key !== undefined && version === undefined) throw new UsageError('Name the version to go back to.')
    const reason = values.reason?.trim()
    if (!reason) throw new UsageError('Say why by --reason.')
    const prompt = await openPrompt(surroundings, key, values)
    const { commit, head } = await prompt.read<{
      commit: { id: string } | null
      head: { hash: string } | null
    }>('commit(ref: $ref) { id } head { hash }', '$ref: String!', { ref: version })
    if (!commit) throw new Failure(`There is no commit "${version}" in ${prompt.key}.`, 'NOT_FOUND')
    const { commitRollback } = await prompt.ask<{ commitRollback: { commit: CommitAnswer } }>(
      `mutation ($input: CommitRollbackInput!) { commitRollback(input: $input) {
        ... on Error { code message } ... on CommitRollbackPayload { commit { ${COMMIT_FIELDS} } } } }`,
      { input: { commitId: commit.id, expectedHead: head?.hash, reason } },
      { once: true },
    )
    const made = payloadOf(commitRollback).commit
    createScreen(surroundings).write(
      values.json
        ? `${JSON.stringify(commitJson(made))}\n`
        : `${prompt.key} is back to ${version}, as ${nameOf(made)} (${made.shortHash}).\n`,
    )
    return 0
  },
}
