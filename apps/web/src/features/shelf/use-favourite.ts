import { useCallback, useState } from 'react'
import { useMutation } from 'urql'
import { FailureFragment, failureOf, graphql } from '../../graphql/index.ts'
import { showToast } from '../../ui/index.ts'

const PromptFavourite = graphql(
  `
  mutation PromptFavourite($input: PromptFavouriteInput!) {
    promptFavourite(input: $input) {
      __typename
      ...Failure_Error
      ... on PromptFavouritePayload {
        prompt {
          id
          isFavourite
        }
      }
    }
  }
`,
  [FailureFragment],
)

interface Marked {
  id: string
  name: string
  isFavourite: boolean
}

/** Which prompts are favourites of the person who looks, and the way to change it: seen at once, taken back when refused. */
export function useFavourite(done: () => void) {
  const [, mark] = useMutation(PromptFavourite)
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map())

  const isFavourite = useCallback((prompt: Marked) => chosen.get(prompt.id) ?? prompt.isFavourite, [chosen])
  const toggle = useCallback(
    async (prompt: Marked) => {
      const favourite = !isFavourite(prompt)
      const choose = (value: boolean) => setChosen((now) => new Map(now).set(prompt.id, value))
      choose(favourite)
      const failure = failureOf(await mark({ input: { id: prompt.id, favourite } }))
      if (failure) {
        choose(!favourite)
        showToast({ message: failure.message, tone: 'bad' })
      } else {
        done()
      }
    },
    [isFavourite, mark, done],
  )
  return { isFavourite, toggle }
}
