import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useMutation } from 'urql'
import { type Failure, failureOf, payloadOf } from '../../../graphql/index.ts'
import { showToast } from '../../../ui/index.ts'
import { carryCommitDraft } from '../commit/use-commit-draft.ts'
import { RestoreMutation } from '../history/history-query.ts'
import { usePromptShell } from '../prompt-context.tsx'
import { addressOnBranch } from './branch-address.ts'
import { BranchCreateMutation } from './branch-query.ts'
import { carryText } from './carry-text.ts'

interface BranchWish {
  name: string
  from: string
  /** The uncommitted text of the present branch goes along. */
  carry: boolean
  /** And is taken out of the present branch. */
  clear: boolean
}

/** Opens a branch, brings the uncommitted text there where wished, and goes to it. */
export function useCreateBranch() {
  const { prompt, branch, live, home, refresh } = usePromptShell()
  const router = useRouter()
  const [, create] = useMutation(BranchCreateMutation)
  const [, restore] = useMutation(RestoreMutation)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  async function submit({ name, from, carry, clear }: BranchWish): Promise<boolean> {
    setBusy(true)
    const text = carry && live ? live.session.text.toString() : null
    const result = await create({ input: { promptId: prompt.id, name, from } })
    setFailure(failureOf(result))
    const made = payloadOf(result, 'BranchCreatePayload')?.branch
    if (made) {
      refresh()
      const carried = text === null || (await carryText(made.document.room, text))
      if (carry && branch) carryCommitDraft(branch.id, made.id)
      const cleared = carried && clear ? await takeOut() : true
      tell(made.name, { carried, cleared, wished: carry })
      router.push(addressOnBranch(home, home, made.name))
    }
    setBusy(false)
    return made !== undefined
  }

  /** The present branch goes back to its last version, as an edit that everybody sees and can undo. */
  async function takeOut(): Promise<boolean> {
    if (!branch?.head) return true
    return !failureOf(await restore({ input: { commitId: branch.head.id, branchId: branch.id } }))
  }

  function tell(
    name: string,
    { carried, cleared, wished }: Record<'carried' | 'cleared' | 'wished', boolean>,
  ) {
    const left = branch?.name ?? 'the branch before'
    if (!carried)
      showToast({
        message: `${name} is open, but the text could not be brought along. It still stands in ${left}.`,
        tone: 'bad',
      })
    else if (!cleared)
      showToast({ message: `The text is on ${name} now, and it still stands in ${left}, too.`, tone: 'bad' })
    else showToast({ message: wished ? `${name} is open, with your text.` : `${name} is open.` })
  }

  return { submit, busy, failure }
}
