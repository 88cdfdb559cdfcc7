import { Button, Popover } from '@mantine/core'
import { IconCircleCheck, IconCircleX, IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import { counted } from '../../../lib/counted.ts'
import { CopyText, RelativeTime } from '../../../ui/index.ts'
import { useChainCheck } from '../hooks/use-chain-check.ts'
import classes from './chain-check.module.css'

/** Recomputes the whole chain of hashes on the server and says what came out. */
export function ChainCheck() {
  const { check, busy, result, error } = useChainCheck()
  const [open, setOpen] = useState(false)
  return (
    <Popover opened={open} onChange={setOpen} width={360} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          leftSection={<IconLink size={16} />}
          loading={busy}
          onClick={async () => {
            await check()
            setOpen(true)
          }}
        >
          Verify the chain
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div role="status" className={classes.result}>
          {error && <p>{error}</p>}
          {result?.ok && (
            <>
              <p className={classes.good}>
                <IconCircleCheck size={18} aria-hidden /> The chain is whole
              </p>
              <p>
                {counted(result.count, 'entry was', 'entries were')} recomputed, from the first to the newest,
                and every hash fits.
              </p>
            </>
          )}
          {result && !result.ok && (
            <>
              <p className={classes.broken}>
                <IconCircleX size={18} aria-hidden /> The chain is broken at entry {result.firstBadSeq}
              </p>
              <p>
                {result.reason} Entries from there on may have been changed outside Incipit. Compare them with
                a backup.
              </p>
            </>
          )}
          {result?.head && (
            <p className={classes.head}>
              Head <CopyText text={result.head} shown={`${result.head.slice(0, 16)}…`} what="head hash" />,{' '}
              <RelativeTime at={result.checkedAt} />
            </p>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
