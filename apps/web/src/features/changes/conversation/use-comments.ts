import { useCallback } from 'react'
import { useMutation } from 'urql'
import { failureOf, type VariablesOf } from '../../../graphql/index.ts'
import { showToast } from '../../../ui/index.ts'
import { useChange } from '../view/change-context.tsx'
import {
  type ChangeComment,
  CommentCreateMutation,
  CommentEditMutation,
  CommentResolveMutation,
} from '../view/change-query.ts'

type CreateInput = VariablesOf<typeof CommentCreateMutation>['input']

/** Says, rewords and settles things. Each answers why it was refused, or `null`. */
export function useComments() {
  const { change } = useChange()
  const [, create] = useMutation(CommentCreateMutation)
  const [, edit] = useMutation(CommentEditMutation)
  const [, resolve] = useMutation(CommentResolveMutation)
  const say = useCallback(
    async (body: string, place: Pick<CreateInput, 'anchor' | 'replyToId'> = {}) => {
      const failed = failureOf(await create({ input: { changeRequestId: change.id, body, ...place } }))
      return failed ? (failed.fields.body ?? failed.message) : null
    },
    [create, change.id],
  )
  const reword = useCallback(
    async ({ id }: ChangeComment, body: string) => {
      const failed = failureOf(await edit({ input: { id, body } }))
      return failed ? (failed.fields.body ?? failed.message) : null
    },
    [edit],
  )
  const settle = useCallback(
    async ({ id }: ChangeComment, resolved: boolean) => {
      const failed = failureOf(await resolve({ input: { id, resolved } }))
      if (failed) showToast({ message: failed.message, tone: 'bad' })
    },
    [resolve],
  )
  return { say, reword, settle }
}
