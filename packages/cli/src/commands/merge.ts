import { changeTypeOf } from '../change-type.ts'
import type { Command } from '../command.ts'
import { COMMIT_FIELDS, type CommitAnswer, commitJson, nameOf } from '../commit-lines.ts'
import { Failure, UsageError } from '../failure.ts'
import { payloadOf } from '../graphql.ts'
import { atMost, type OpenPrompt, openPrompt, PROMPT_HELP, PROMPT_OPTIONS } from '../open-prompt.ts'
import { parseOptions } from '../parse-options.ts'
import { createScreen } from '../screen.ts'

const HELP = `incipit merge KEY SOURCE [OPTIONS]

Merges a branch (or a version, hash or tag) into a branch. Where that needs a change request, the open one is merged if
nothing stands in its way; otherwise it is said what to do. It opens no change request, and conflicts are left to people.

  --into BRANCH         the branch that gets the merge; where left out, the one SOURCE merges into by its type
  --squash              one commit with one parent
  --message TEXT        the message; "Merge SOURCE into BRANCH" where left out
  --change-type TYPE    proposed from the changes where left out; else one of
                        breaking, feature, fix, docs, refactor, performance, deprecation, security, rollback, hotfix
${PROMPT_HELP}`

const OPTIONS = {
  ...PROMPT_OPTIONS,
  into: { type: 'string' },
  squash: { type: 'boolean' },
  message: { type: 'string' },
  'change-type': { type: 'string' },
} as const

interface ChangeRequest {
  readonly id: string
  readonly number: number
  readonly target: { readonly id: string }
  readonly headCommit: { readonly hash: string } | null
  readonly mergeability: { readonly state: string; readonly reasons: readonly string[] }
}
interface Branch {
  readonly id: string
  readonly name: string
  readonly head: { readonly hash: string } | null
  readonly target: { readonly name: string } | null
  readonly openChangeRequest: ChangeRequest | null
}
interface How {
  readonly squash: boolean
  readonly message: string | undefined
  readonly changeType: string | undefined
}
interface Merged {
  readonly outcome: 'MERGED' | 'UP_TO_DATE'
  readonly commit: CommitAnswer | null
  readonly changeRequest: number | null
}

const BRANCH_FIELDS = `id name head { hash } target { name }
  openChangeRequest { id number target { id } headCommit { hash } mergeability { state reasons } }`

export const mergeCommand: Command = {
  name: 'merge',
  summary: 'merge a branch into another',
  help: HELP,
  async run(args, surroundings) {
    const { values, positionals } = parseOptions(args, OPTIONS)
    atMost(positionals, 2, 'incipit merge KEY SOURCE')
    const [key, source] = positionals
    if (key !== undefined && source === undefined) throw new UsageError('Name the branch to merge.')
    const changeType = changeTypeOf(values['change-type'])
    const prompt = await openPrompt(surroundings, key, values)
    const from = await findBranch(prompt, source ?? '')
    const into = await targetOf(prompt, from, source ?? '', values.into)
    const merged = await merge(prompt, from ?? source ?? '', into, {
      squash: values.squash === true,
      message: values.message,
      changeType,
    })
    const { write } = createScreen(surroundings)
    if (values.json)
      write(`${JSON.stringify({ ...merged, commit: merged.commit && commitJson(merged.commit) })}\n`)
    else write(`${sentenceOf(merged, source ?? '', into.name)}\n`)
    return 0
  },
}
async function findBranch(prompt: OpenPrompt, name: string): Promise<Branch | null> {
  const { branch } = await prompt.read<{ branch: Branch | null }>(
    `branch(name: $name) { ${BRANCH_FIELDS} }`,
    '$name: String!',
    { name },
  )
  return branch
}

async function targetOf(
  prompt: OpenPrompt,
  from: Branch | null,
  source: string,
  into: string | undefined,
): Promise<Branch> {
  const name = into ?? from?.target?.name
  if (name === undefined) {
    throw new UsageError(`${source} merges into no branch by itself. Name one by --into.`)
  }
  const target = await findBranch(prompt, name)
  if (!target) throw new Failure(`There is no branch "${name}" in ${prompt.key}.`, 'NOT_FOUND')
  return target
}

/** By the open change request of the two branches where there is one, else directly, as far as the server allows. */
function merge(prompt: OpenPrompt, from: Branch | string, into: Branch, how: How): Promise<Merged> {
  const request = typeof from === 'string' ? null : from.openChangeRequest
  return request?.target.id === into.id
    ? mergeRequest(prompt, request, how)
    : mergeDirectly(prompt, typeof from === 'string' ? from : from.name, into, how)
}

async function mergeRequest(prompt: OpenPrompt, request: ChangeRequest, how: How): Promise<Merged> {
  const { state, reasons } = request.mergeability
  if (state !== 'READY') {
    throw new Failure(
      [`Change request #${request.number} cannot be merged yet.`, ...reasons].join(' '),
      'CONFLICT',
    )
  }
  const { changeRequestMerge } = await prompt.ask<{ changeRequestMerge: { commit: CommitAnswer } }>(
    `mutation ($input: ChangeRequestMergeInput!) { changeRequestMerge(input: $input) {
      ... on Error { code message } ... on ChangeRequestMergePayload { commit { ${COMMIT_FIELDS} } } } }`,
    {
      input: {
        id: request.id,
        method: how.squash ? 'SQUASH' : 'MERGE',
        message: how.message,
        changeType: how.changeType,
        expectedHead: request.headCommit?.hash ?? '',
      },
    },
    { once: true },
  )
  return { outcome: 'MERGED', commit: payloadOf(changeRequestMerge).commit, changeRequest: request.number }
}

async function mergeDirectly(prompt: OpenPrompt, from: string, into: Branch, how: How): Promise<Merged> {
  const { branchMerge } = await prompt.ask<{
    branchMerge: { outcome: Merged['outcome'] | 'CONFLICTS'; conflicts: number; commit: CommitAnswer | null }
  }>(
    `mutation ($input: BranchMergeInput!) { branchMerge(input: $input) {
      ... on Error { code message } ... on BranchMergePayload { outcome conflicts commit { ${COMMIT_FIELDS} } } } }`,
    { input: { branchId: into.id, from, expectedHead: into.head?.hash, ...how } },
    { once: true },
  )
  const { outcome, conflicts, commit } = payloadOf(branchMerge)
  if (outcome !== 'CONFLICTS') return { outcome, commit, changeRequest: null }
  throw new Failure(
    `${from} and ${into.name} changed the same ${conflicts === 1 ? 'place' : `${conflicts} places`} differently, so that nothing was merged. Resolve it in the browser, on the page of branches.`,
    'CONFLICT',
  )
}

function sentenceOf({ outcome, commit, changeRequest }: Merged, source: string, into: string): string {
  if (outcome === 'UP_TO_DATE' || !commit) return `${into} has everything of ${source} already.`
  const by = changeRequest === null ? '' : ` by change request #${changeRequest}`
  return `Merged ${source} into ${into}${by}, as ${nameOf(commit)} (${commit.shortHash}).`
}
