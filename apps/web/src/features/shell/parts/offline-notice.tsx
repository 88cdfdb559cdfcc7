'use client'

import { useNetwork } from '@mantine/hooks'
import { IconCloudOff } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useConnectionStatus } from '../../../graphql/index.ts'
import classes from './offline-notice.module.css'

const PATIENCE = 2_500

/** One calm line while the live connection is lost; it appears only when the loss lasts. */
export function OfflineNotice() {
  const lost = useConnectionStatus() === 'lost'
  const { online } = useNetwork()
  const shown = useLasting(lost || !online)
  return (
    <div role="status">
      {shown && (
        <div className={classes.notice}>
          <IconCloudOff size={16} aria-hidden />
          {online
            ? 'The connection to the server is lost. You see the last known state; it is renewed when the connection is back.'
            : 'You are offline. You see the last known state.'}
        </div>
      )}
    </div>
  )
}

function useLasting(condition: boolean): boolean {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    if (!condition) return setLasting(false)
    const timer = setTimeout(() => setLasting(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [condition])
  return lasting
}
