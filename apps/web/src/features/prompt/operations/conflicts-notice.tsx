import { Button } from '@mantine/core'
import { counted } from '../../../lib/counted.ts'
import classes from '../branches/branch-forms.module.css'

interface ConflictsNoticeProps {
  count: number
  into: string
  busy: boolean
  onResolve: () => void
}

/** The changes meet: nothing has happened yet; says what resolving means and offers it. */
export function ConflictsNotice({ count, into, busy, onResolve }: ConflictsNoticeProps) {
  return (
    <div className={classes.notice} role="alert">
      <p>
        <strong>
          Both sides changed the same in {counted(count, 'place')}. Nothing has been changed yet.
        </strong>
      </p>
      <p>
        To go on, the changes are put into the live text of {into}, where you choose at each place, alone or
        together with others. The next commit there finishes it, and it can be given up until then.
      </p>
      <Button size="xs" variant="filled" loading={busy} onClick={onResolve}>
        Resolve in the live text
      </Button>
    </div>
  )
}
