import { transportFailure } from '../../../graphql/index.ts'
import { DataTable, ErrorState, LoadMore, SkeletonRows } from '../../../ui/index.ts'
import { useMemberActions } from '../hooks/use-member-actions.ts'
import { useMembers } from '../hooks/use-members.ts'
import { MemberRow } from './member-row.tsx'

/** The members. The last admin can be neither lowered nor removed. */
export function MemberTable() {
  const list = useMembers()
  const actions = useMemberActions(list.refresh)
  if (list.status === 'loading') return <SkeletonRows rows={5} height={48} label="Loading members" />
  if (list.status !== 'ready')
    return (
      <ErrorState
        inline
        title="The members could not be loaded"
        message={list.error ? transportFailure(list.error).message : 'They are not to be found.'}
        retry={list.refresh}
      />
    )
  const admins = list.rows.filter((member) => member.level === 'ADMIN').length
  return (
    <>
      <DataTable label="Members" heads={['Name', 'Level', 'Joined', '']}>
        {list.rows.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            lastAdmin={member.level === 'ADMIN' && admins === 1 && !list.hasMore}
            {...actions}
          />
        ))}
      </DataTable>
      <LoadMore hasMore={list.hasMore} loadMore={list.loadMore} />
    </>
  )
}
