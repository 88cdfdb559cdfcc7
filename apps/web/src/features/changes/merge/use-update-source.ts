import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import { useMutation } from 'urql'
import { failureOf, payloadOf } from '../../../graphql/index.ts'
import { counted } from '../../../lib/counted.ts'
import { showToast } from '../../../ui/index.ts'
import { useChange } from '../view/change-context.tsx'
import { UpdateSourceMutation } from './merge-mutations.ts'

/** Address of the screen on which the conflicts of a change request are resolved. */
export function resolveHref(here: string, source: string): string {
  return `${here}/resolve?branch=${encodeURIComponent(source)}`
}

/** Brings the target into the source; where that is not possible at once, opens the screen to resolve the conflicts. */
export function useUpdateSource() {
  const { change, here, refresh } = useChange()
  const { source, target } = change
  const router = useRouter()
  const [{ fetching }, merge] = useMutation(UpdateSourceMutation)
  const [failure, setFailure] = useState<string | null>(null)
  const update = useCallback(async () => {
    setFailure(null)
    const result = await merge({ input: { branchId: source.id, from: target.name, resolve: true } })
    const failed = failureOf(result)
    if (failed) {
      setFailure(failed.message)
      return
    }
    const payload = payloadOf(result, 'BranchMergePayload')
    if (payload?.outcome === 'CONFLICTS') {
      showToast({
        message: `${target.name} is in the live text of ${source.name} now, but for ${counted(payload.conflicts, 'place')}.`,
      })
      router.push(resolveHref(here, source.name))
      return
    }
    refresh()
    showToast({
      message:
        payload?.outcome === 'UP_TO_DATE'
          ? `${source.name} already has everything of ${target.name}.`
          : `${source.name} now has everything of ${target.name}.`,
    })
  }, [merge, source, target, router, here, refresh])
  return { update, fetching, failure }
}
