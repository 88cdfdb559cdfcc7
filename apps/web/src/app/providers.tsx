'use client'

import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { ApiProvider } from '../graphql/index.ts'
import { ConfirmHost } from '../ui/index.ts'
import { cssVariablesResolver, theme } from '../ui/theme/theme.ts'

/** What every page needs around it: the look, the API, the places where toasts and questions appear. */
export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={nonce === undefined ? undefined : () => nonce}
    >
      <ApiProvider>
        {children}
        <ConfirmHost />
        <Notifications position="bottom-right" limit={4} containerWidth={400} />
      </ApiProvider>
    </MantineProvider>
  )
}
