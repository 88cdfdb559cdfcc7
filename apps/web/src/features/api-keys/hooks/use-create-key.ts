import { useState } from 'react'
import { useMutation } from 'urql'
import {
  type Failure,
  FailureFragment,
  failureOf,
  graphql,
  payloadOf,
  type VariablesOf,
} from '../../../graphql/index.ts'
import { useLibrary } from '../../shell/index.ts'

export const ApiKeyCreate = graphql(
  `
  mutation ApiKeyCreate($input: ApiKeyCreateInput!) {
    apiKeyCreate(input: $input) {
      __typename
      ...Failure_Error
      ... on ApiKeyCreatePayload {
        secret
        apiKey {
          id
        }
      }
    }
  }
`,
  [FailureFragment],
)

type Wanted = Omit<VariablesOf<typeof ApiKeyCreate>['input'], 'libraryId'>

/** Makes a key; its secret is known only here and only now. */
export function useCreateKey() {
  const { id } = useLibrary()
  const [{ fetching }, create] = useMutation(ApiKeyCreate)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [secret, setSecret] = useState<string | null>(null)

  async function submit(wanted: Wanted) {
    const result = await create({ input: { libraryId: id, ...wanted } })
    setFailure(failureOf(result))
    setSecret(payloadOf(result, 'ApiKeyCreatePayload')?.secret ?? null)
  }

  return { submit, busy: fetching, failure, secret }
}
