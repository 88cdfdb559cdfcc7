import { FailureFragment, graphql, useSend, type VariablesOf } from '../../../graphql/index.ts'
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
  const { send, busy, failure } = useSend(done)
  return {
    busy,
    failure,
    createField: (input: NewField) => send(FieldCreate, { libraryId, ...input }),
    updateField: (input: FieldChange) => send(FieldUpdate, input),
    moveField: (id: string, position: number) => send(FieldMove, { id, position }),
    removeField: (id: string) => send(FieldRemove, { id }),
  }
}
