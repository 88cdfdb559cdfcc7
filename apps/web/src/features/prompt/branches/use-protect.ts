import { useCallback } from 'react'
import { useMutation } from 'urql'
import { failureOf } from '../../../graphql/index.ts'
import { confirm, showToast } from '../../../ui/index.ts'
import { usePromptShell } from '../prompt-context.tsx'
import { BranchProtectMutation } from './branch-query.ts'

/** Protects a branch, or ends that, after asking. */
export function useProtect() {
  const { refresh } = usePromptShell()
  const [, execute] = useMutation(BranchProtectMutation)
  return useCallback(
    async (branch: { id: string; name: string; protected: boolean }) => {
      const wanted = !branch.protected
      const agreed = await confirm(
        wanted
          ? {
              title: `Protect ${branch.name}?`,
              text: 'It then takes commits by approved change request only, and can be neither renamed nor deleted. Everybody who may write can still write in its live text. An admin can end the protection at any time.',
              confirm: 'Protect',
            }
          : {
              title: `End the protection of ${branch.name}?`,
              text: 'Everybody who may commit can then commit to it directly, and rename and delete it, as far as its type allows.',
              confirm: 'End protection',
            },
      )
      if (!agreed) return
      const failed = failureOf(await execute({ input: { id: branch.id, protected: wanted } }))
      if (failed) {
        const what = wanted ? 'not protected' : 'still protected'
        showToast({ message: `${branch.name} is ${what}. ${failed.message}`, tone: 'bad' })
        return
      }
      refresh()
      showToast({
        message: wanted ? `${branch.name} is protected.` : `${branch.name} is no longer protected.`,
      })
    },
    [execute, refresh],
  )
}
