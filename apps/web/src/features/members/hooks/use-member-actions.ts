import { useMutation } from 'urql'
import { FailureFragment, failureOf, graphql } from '../../../graphql/index.ts'
import { confirm, type StateValue, showToast, stateLook } from '../../../ui/index.ts'
import { useRefreshSession, useViewer } from '../../shell/index.ts'
import type { Member } from './use-members.ts'

const MemberUpdate = graphql(
  `
  mutation MemberUpdate($input: MemberUpdateInput!) {
    memberUpdate(input: $input) {
      __typename
      ...Failure_Error
      ... on MemberUpdatePayload {
        member {
          id
          level
        }
      }
    }
  }
`,
  [FailureFragment],
)

const MemberRemove = graphql(
  `
  mutation MemberRemove($input: MemberRemoveInput!) {
    memberRemove(input: $input) {
      __typename
      ...Failure_Error
      ... on MemberRemovePayload {
        memberId
      }
    }
  }
`,
  [FailureFragment],
)

/** Changing a member's level (with undo) and removing a member (after a question). */
export function useMemberActions(done: () => void) {
  const viewer = useViewer()
  const refreshSession = useRefreshSession()
  const [, update] = useMutation(MemberUpdate)
  const [, remove] = useMutation(MemberRemove)

  function settled(member: Member, refused: { message: string } | null): boolean {
    done()
    if (member.user.id === viewer.id) refreshSession()
    if (refused) showToast({ message: refused.message, tone: 'bad' })
    return !refused
  }

  async function setLevel(member: Member, level: StateValue<'level'>) {
    const before = member.level
    if (!settled(member, failureOf(await update({ input: { id: member.id, level } })))) return
    const undo = async () =>
      settled(member, failureOf(await update({ input: { id: member.id, level: before } })))
    showToast({
      message: `${member.user.name} is now ${stateLook('level', level).word.toLowerCase()}`,
      undo: () => void undo(),
    })
  }

  async function removeMember(member: Member) {
    const isMe = member.user.id === viewer.id
    const agreed = await confirm({
      title: isMe ? 'Leave this library?' : `Remove ${member.user.name}?`,
      text: isMe
        ? 'You will no longer see this library. Only an admin can let you in again.'
        : 'They lose access within seconds, in open windows too. What they wrote and committed stays. You can invite them again.',
      confirm: isMe ? 'Leave' : 'Remove',
      destructive: true,
    })
    if (!agreed) return
    if (settled(member, failureOf(await remove({ input: { id: member.id } }))))
      showToast({ message: isMe ? 'You left the library' : `${member.user.name} removed` })
  }

  return { setLevel, removeMember }
}
