import { normalizeTag } from '@incipit/library'
import { useState } from 'react'
import { type AnyVariables, type OperationResult, useMutation } from 'urql'
import { FailureFragment, failureOf, graphql } from '../../../graphql/index.ts'
import { counted } from '../../../lib/counted.ts'
import { showToast } from '../../../ui/index.ts'
import { useCan } from '../../shell/index.ts'
import type { PromptRow } from '../library-prompts-query.ts'

const PromptArchive = graphql(
  `
  mutation PromptArchive($input: PromptArchiveInput!) {
    promptArchive(input: $input) {
      __typename
      ...Failure_Error
      ... on PromptArchivePayload {
        prompt {
          id
          status
          archivedAt
        }
      }
    }
  }
`,
  [FailureFragment],
)

const PromptRestore = graphql(
  `
  mutation PromptRestore($input: PromptRestoreInput!) {
    promptRestore(input: $input) {
      __typename
      ...Failure_Error
      ... on PromptRestorePayload {
        prompt {
          id
          status
          archivedAt
        }
      }
    }
  }
`,
  [FailureFragment],
)

const PromptRetag = graphql(
  `
  mutation PromptRetag($input: PromptUpdateInput!) {
    promptUpdate(input: $input) {
      __typename
      ...Failure_Error
      ... on PromptUpdatePayload {
        prompt {
          id
          tags {
            id
            name
          }
        }
      }
    }
  }
`,
  [FailureFragment],
)

/** What can be done to several prompts at once, each with a way back. */
export function useBulk(done: () => void) {
  const [, archive] = useMutation(PromptArchive)
  const [, restore] = useMutation(PromptRestore)
  const [, retag] = useMutation(PromptRetag)
  const mayRestore = useCan('prompt.restore')
  const [busy, setBusy] = useState(false)

  async function each(
    rows: readonly PromptRow[],
    act: (row: PromptRow) => Promise<OperationResult<object, AnyVariables>>,
  ) {
    setBusy(true)
    const succeeded: PromptRow[] = []
    let reason = ''
    for (const row of rows) {
      const failure = failureOf(await act(row))
      if (failure) reason ||= `${row.name}: ${failure.message}`
      else succeeded.push(row)
    }
    setBusy(false)
    done()
    if (reason) showToast({ message: reason, tone: 'bad' })
    return succeeded
  }

  async function archiveAll(rows: readonly PromptRow[]) {
    const archived = await each(rows, (row) => archive({ input: { id: row.id } }))
    const undo = () => void each(archived, (row) => restore({ input: { id: row.id } }))
    if (archived.length > 0)
      showToast({
        message: `${counted(archived.length, 'prompt')} archived`,
        undo: mayRestore ? undo : undefined,
      })
  }

  async function tagAll(rows: readonly PromptRow[], typed: string) {
    const tag = normalizeTag(typed)
    const lacking = rows.filter((row) => !row.tags.some(({ name }) => name === tag))
    const tagged = await each(lacking, (row) =>
      retag({ input: { id: row.id, tags: [...row.tags.map(({ name }) => name), tag] } }),
    )
    const undo = () =>
      void each(tagged, (row) => retag({ input: { id: row.id, tags: row.tags.map(({ name }) => name) } }))
    showToast(
      tagged.length > 0
        ? { message: `${counted(tagged.length, 'prompt')} tagged ${tag}`, undo }
        : { message: `All of them carry ${tag} already` },
    )
  }

  return { busy, archiveAll, tagAll }
}
