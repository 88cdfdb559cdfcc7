import { Button } from '@mantine/core'
import { RelativeTime, StateBadge } from '../../../ui/index.ts'
import type { ApiKey } from '../hooks/use-api-keys.ts'
import classes from './key-row.module.css'

/** One key: what it is for, what it may do, whether it is used. */
export function KeyRow({ apiKey, revoke }: { apiKey: ApiKey; revoke: (apiKey: ApiKey) => Promise<void> }) {
  const ended = apiKey.expiresAt !== null && Date.parse(apiKey.expiresAt) < Date.now()
  return (
    <tr data-ended={apiKey.revokedAt || ended || undefined} className={classes.row}>
      <td>
        <div className={classes.name}>{apiKey.name}</div>
        <code className={classes.prefix}>{apiKey.prefix}…</code>
      </td>
      <td>
        <StateBadge kind="level" value={apiKey.level} />
      </td>
      <td>{apiKey.scopes.map((scope) => scope.toLowerCase()).join(', ')}</td>
      <td>{apiKey.lastUsedAt ? <RelativeTime at={apiKey.lastUsedAt} /> : 'never'}</td>
      <td>{apiKey.expiresAt ? <RelativeTime at={apiKey.expiresAt} /> : 'never'}</td>
      <td align="right">
        {apiKey.revokedAt ? (
          <RelativeTime at={apiKey.revokedAt} prefix="revoked" />
        ) : (
          <Button
            size="xs"
            variant="subtle"
            color="bad"
            onClick={() => void revoke(apiKey)}
            aria-label={`Revoke ${apiKey.name}`}
          >
            Revoke
          </Button>
        )}
      </td>
    </tr>
  )
}
