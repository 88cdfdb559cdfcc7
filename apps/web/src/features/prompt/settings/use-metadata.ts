import { useCallback } from 'react'
import { useQuery } from 'urql'
import { useRefreshOnActivity } from '../../shell/index.ts'
import { usePrompt } from '../prompt-context.tsx'
import { MetadataQuery } from './metadata-query.ts'

const CONCERNS = /^(field|prompt|commit|tag)\./

/** The metadata of the prompt, kept current by what others do; `null` while it loads. */
export function useMetadata() {
  const { prompt } = usePrompt()
  const [{ data, error }, execute] = useQuery({
    query: MetadataQuery,
    variables: { id: prompt.id },
    requestPolicy: 'cache-and-network',
  })
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  useRefreshOnActivity(refresh, CONCERNS)
  return { metadata: data?.node?.__typename === 'Prompt' ? data.node : null, error, refresh }
}
