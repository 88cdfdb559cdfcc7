import Link from 'next/link'
import { useQuery } from 'urql'
import { StateBadge } from '../../../ui/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { usePromptShell } from '../prompt-context.tsx'
import classes from './includer-list.module.css'
import { IncludersQuery } from './life-query.ts'

/** The prompts that include this one, each with the way to it: they have to do without it first. */
export function IncluderList() {
  const { slug } = useLibrary()
  const { prompt } = usePromptShell()
  const [{ data }] = useQuery({
    query: IncludersQuery,
    variables: { library: slug, key: prompt.key },
    requestPolicy: 'network-only',
  })
  const includers = data?.library?.prompt?.includedBy
  if (!includers || includers.totalCount === 0) return null
  const more = includers.totalCount - includers.edges.length
  return (
    <ul className={classes.list} aria-label="Prompts that include it">
      {includers.edges.map(({ node }) => (
        <li key={node.id}>
          <Link href={`/l/${slug}/p/${node.key}`}>{node.name}</Link>
          <StateBadge kind="status" value={node.status} />
        </li>
      ))}
      {more > 0 && <li>and {more} more</li>}
    </ul>
  )
}
