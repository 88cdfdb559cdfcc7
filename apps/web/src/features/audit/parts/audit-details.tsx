import { CopyText, exactTime } from '../../../ui/index.ts'
import type { AuditEntry } from '../hooks/use-audit-entries.ts'
import classes from './audit-details.module.css'

/** All that an entry holds: exact time, hashes, details. */
export function AuditDetails({ entry }: { entry: AuditEntry }) {
  const details = Object.entries((entry.details ?? {}) as Record<string, unknown>)
  const hashes = [
    ['Before', entry.beforeHash],
    ['After', entry.afterHash],
    ['Entry', entry.hash],
    ['Previous entry', entry.previousHash],
  ] as const
  return (
    <dl className={classes.list}>
      <dt>Entry</dt>
      <dd>
        {entry.seq}, <span className={classes.mono}>{entry.action}</span>
      </dd>
      <dt>Time</dt>
      <dd>{exactTime(new Date(entry.at))}</dd>
      {details.map(([name, value]) => (
        <div key={name} className={classes.pair}>
          <dt>{name}</dt>
          <dd className={classes.value}>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
        </div>
      ))}
      {hashes.map(
        ([name, hash]) =>
          hash && (
            <div key={name} className={classes.pair}>
              <dt>{name === 'Entry' ? 'Hash' : `${name} hash`}</dt>
              <dd>
                <CopyText text={hash} what="hash" />
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}
