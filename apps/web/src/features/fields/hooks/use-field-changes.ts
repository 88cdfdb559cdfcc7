import { useState } from 'react'
import { useMutation } from 'urql'
import {
  type Failure,
  FailureFragment,
  failureOf,
  graphql,
  type VariablesOf,
} from '../../../graphql/index.ts'
import { useLibrary } from '../../shell/index.ts'

const FieldCreate = graphql(
  `
  mutation CustomFieldCreate($input: CustomFieldCreateInput!) {
    customFieldCreate(input: $input) {
      __typename
      ...Failure_Error
    }
  }
`,
  [FailureFragment],
)

const FieldUpdate = graphql(
  `
  mutation CustomFieldUpdate($input: CustomFieldUpdateInput!) {
    customFieldUpdate(input: $input) {
      __typename
      ...Failure_Error
    }
  }
`,
  [FailureFragment],
)

const FieldMove = graphql(
  `
  mutation CustomFieldMove($input: CustomFieldMoveInput!) {
    customFieldMove(input: $input) {
      __typename
      ...Failure_Error
    }
  }
`,
  [FailureFragment],
)

const FieldRemove = graphql(
  `
  mutation CustomFieldRemove($input: CustomFieldRemoveInput!) {
    customFieldRemove(input: $input) {
      __typename
      ...Failure_Error
    }
  }
`,
  [FailureFragment],
)

type NewField = Omit<VariablesOf<typeof FieldCreate>['input'], 'libraryId'>
type FieldChange = VariablesOf<typeof FieldUpdate>['input']

/** What an admin can do to fields; each answers with why it was not done, or `null`. */
export function useFieldChanges(done: () => void) {
  const { id: libraryId } = useLibrary()
  const [creating, create] = useMutation(FieldCreate)
  const [updating, update] = useMutation(FieldUpdate)
  const [moving, move] = useMutation(FieldMove)
  const [, remove] = useMutation(FieldRemove)
  const [failure, setFailure] = useState<Failure | null>(null)
  const settle = (failed: Failure | null): Failure | null => {
    setFailure(failed)
    if (!failed) done()
    return failed
  }
  return {
    busy: creating.fetching || updating.fetching || moving.fetching,
    failure,
    createField: async (input: NewField) =>
      settle(failureOf(await create({ input: { libraryId, ...input } }))),
    updateField: async (input: FieldChange) => settle(failureOf(await update({ input }))),
    moveField: async (id: string, position: number) =>
      settle(failureOf(await move({ input: { id, position } }))),
    removeField: async (id: string) => settle(failureOf(await remove({ input: { id } }))),
  }
}
