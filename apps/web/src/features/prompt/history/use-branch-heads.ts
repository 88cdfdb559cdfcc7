import { useMemo } from 'react'
import { useQuery } from 'urql'
import { useLibrary } from '../../shell/index.ts'
import { usePrompt } from '../prompt-context.tsx'
import { BranchHeadsQuery } from './history-query.ts'

/** Which branches a commit is the head of, and the heads in the order of the branches, main first. */
export function useBranchHeads() {
  const { slug } = useLibrary()
  const { prompt } = usePrompt()
  const [{ data }] = useQuery({
    query: BranchHeadsQuery,
    variables: { library: slug, key: prompt.key },
    requestPolicy: 'cache-and-network',
  })
  const branches = data?.library?.prompt?.branches
  return useMemo(() => {
    const named = (branches ?? []).flatMap(({ name, head }) => (head ? [{ name, hash: head.hash }] : []))
    const namesOf = new Map(
      [...Map.groupBy(named, ({ hash }) => hash)].map(([hash, group]) => [
        hash,
        group.map(({ name }) => name),
      ]),
    )
    return { order: [...namesOf.keys()], namesOf }
  }, [branches])
}
