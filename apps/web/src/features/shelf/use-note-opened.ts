import { useEffect } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../graphql/index.ts'

const PromptOpened = graphql(`
  mutation PromptOpened($input: PromptOpenedInput!) {
    promptOpened(input: $input) {
      __typename
    }
  }
`)

/** Notes that a prompt is looked at, for the list of those opened last. When it fails, the list lacks it and nothing more. */
export function useNoteOpened(promptId: string): void {
  const [, note] = useMutation(PromptOpened)
  useEffect(() => {
    void note({ input: { id: promptId } })
  }, [promptId, note])
}
