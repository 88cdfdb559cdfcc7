import type { Command } from '../command.ts'
import { COMMIT_FIELDS, type CommitAnswer, commitJson, nameOf } from '../commit-lines.ts'
import { Failure, UsageError } from '../failure.ts'
import { payloadOf } from '../graphql.ts'
import { atMost, type OpenPrompt, openPrompt, PROMPT_HELP, PROMPT_OPTIONS } from '../open-prompt.ts'
import { parseOptions } from '../parse-options.ts'
import { columns, createScreen, firstLine } from '../screen.ts'

const HELP = `incipit branch KEY [NAME] [OPTIONS]

Lists the branches of a prompt, or opens one. A name begins with the prefix of its type: feature/, hotfix/, release/ or
experiment/; or it is staging.

  --from REF            version, hash, tag or branch it starts from; main where left out
  --rename NEW          renames the branch NAME instead
  --delete              deletes the branch NAME instead; it can be restored on the page of branches
${PROMPT_HELP}`

const OPTIONS = {
  ...PROMPT_OPTIONS,
  from: { type: 'string' },
  rename: { type: 'string' },
  delete: { type: 'boolean' },
} as const

interface BranchAnswer {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly protected: boolean
  readonly ahead: number
  readonly behind: number
  readonly head: CommitAnswer | null
  readonly target: { readonly name: string } | null
  readonly openChangeRequest: { readonly number: number } | null
}

const BRANCH_FIELDS = `id name type protected ahead behind head { ${COMMIT_FIELDS} } target { name } openChangeRequest { number }`

export const branchCommand: Command = {
  name: 'branch',
  summary: 'list, open, rename or delete branches',
  help: HELP,
  async run(args, surroundings) {
    const { values, positionals } = parseOptions(args, OPTIONS)
    atMost(positionals, 2, 'incipit branch KEY NAME')
    const [key, name] = positionals
    const change = changeOf(values, name)
    const prompt = await openPrompt(surroundings, key, values)
    const { write } = createScreen(surroundings)
    if (!change) {
      const branches = await list(prompt)
      write(values.json ? `${JSON.stringify(branches.map(jsonOf))}\n` : listOf(branches))
      return 0
    }
    const { branch, said } = await change(prompt)
    write(values.json ? `${JSON.stringify(jsonOf(branch))}\n` : `${said}\n`)
    return 0
  },
}

type Change = (prompt: OpenPrompt) => Promise<{ readonly branch: BranchAnswer; readonly said: string }>

/** What to change; null for a list. @throws UsageError for options that do not go together */
function changeOf(
  values: {
    readonly from?: string | undefined
    readonly rename?: string | undefined
    readonly delete?: boolean | undefined
  },
  name: string | undefined,
): Change | null {
  const { from, rename } = values
  const asked = [
    from !== undefined && '--from',
    rename !== undefined && '--rename',
    values.delete && '--delete',
  ]
  const [one, other] = asked.filter((option) => typeof option === 'string')
  if (one && other) throw new UsageError(`Give ${one} or ${other}, not both.`)
  if (one && name === undefined) throw new UsageError(`${one} needs the name of a branch.`)
  if (name === undefined) return null
  if (rename !== undefined) return (prompt) => renamed(prompt, name, rename)
  if (values.delete) return (prompt) => deleted(prompt, name)
  return (prompt) => opened(prompt, name, from)
}

async function opened(prompt: OpenPrompt, name: string, from: string | undefined) {
  const { id: promptId } = await prompt.read<{ id: string }>('id')
  const branch = await mutate(prompt, 'Create', { promptId, name, from })
  const origin = branch.head ? ` at ${nameOf(branch.head)}` : ''
  return { branch, said: `Opened ${branch.name}${origin}.` }
}

async function renamed(prompt: OpenPrompt, name: string, newName: string) {
  const { id } = await find(prompt, name)
  const branch = await mutate(prompt, 'Rename', { id, name: newName })
  return { branch, said: `${name} is ${branch.name} now.` }
}

async function deleted(prompt: OpenPrompt, name: string) {
  const { id } = await find(prompt, name)
  return { branch: await mutate(prompt, 'Delete', { id }), said: `Deleted ${name}.` }
}

async function mutate(prompt: OpenPrompt, verb: string, input: Readonly<Record<string, unknown>>) {
  const { result } = await prompt.ask<{ result: { branch: BranchAnswer } }>(
    `mutation ($input: Branch${verb}Input!) { result: branch${verb}(input: $input) {
      ... on Error { code message } ... on Branch${verb}Payload { branch { ${BRANCH_FIELDS} } } } }`,
    { input },
    { once: true },
  )
  return payloadOf(result).branch
}

async function list(prompt: OpenPrompt): Promise<readonly BranchAnswer[]> {
  const { branches } = await prompt.read<{ branches: BranchAnswer[] }>(`branches { ${BRANCH_FIELDS} }`)
  return branches
}

async function find(prompt: OpenPrompt, name: string): Promise<{ readonly id: string }> {
  const { branch } = await prompt.read<{ branch: { id: string } | null }>(
    'branch(name: $name) { id }',
    '$name: String!',
    { name },
  )
  if (!branch) throw new Failure(`There is no branch "${name}" in ${prompt.key}.`, 'NOT_FOUND')
  return branch
}

function listOf(branches: readonly BranchAnswer[]): string {
  const rows = branches.map((branch) => [
    branch.name,
    branch.head ? nameOf(branch.head) : '-',
    distanceOf(branch),
    branch.openChangeRequest ? `#${branch.openChangeRequest.number}` : '',
    branch.protected ? 'protected' : '',
    firstLine(branch.head?.message ?? 'no commits yet'),
  ])
  return `${columns(rows).join('\n')}\n`
}

/** How many commits it has that main or its target lacks, and the other way round. */
function distanceOf({ type, ahead, behind }: BranchAnswer): string {
  return type === 'MAIN' ? '' : `+${ahead} -${behind}`
}

function jsonOf({ id: _, head, target, openChangeRequest, ...branch }: BranchAnswer) {
  return {
    ...branch,
    head: head && commitJson(head),
    target: target?.name ?? null,
    changeRequest: openChangeRequest?.number ?? null,
  }
}
