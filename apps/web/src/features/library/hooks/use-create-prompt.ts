import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useMutation } from 'urql'
import { type Failure, FailureFragment, failureOf, graphql, payloadOf } from '../../../graphql/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { type PromptDraft, toCreateInput } from '../prompt-draft.ts'

const PromptCreate = graphql(
  `
  mutation PromptCreate($input: PromptCreateInput!) {
    promptCreate(input: $input) {
      __typename
      ...Failure_Error
      ... on PromptCreatePayload {
        prompt {
          id
          key
        }
      }
    }
  }
`,
  [FailureFragment],
)

/** Makes a prompt of a draft and opens it. */
export function useCreatePrompt() {
  const router = useRouter()
  const { id, slug } = useLibrary()
  const [{ fetching }, create] = useMutation(PromptCreate)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [opening, setOpening] = useState(false)

  async function submit(draft: PromptDraft) {
    const result = await create({ input: toCreateInput(draft, id) })
    setFailure(failureOf(result))
    const prompt = payloadOf(result, 'PromptCreatePayload')?.prompt
    if (!prompt) return
    setOpening(true)
    router.push(`/l/${slug}/p/${prompt.key}`)
  }

  return { submit, busy: fetching || opening, failure, forget: () => setFailure(null) }
}
