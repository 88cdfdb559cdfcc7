'use client'

import { type ReactNode, useState } from 'react'
import { Provider } from 'urql'
import { createApiClient } from './client.ts'

/** Gives everything below it the API. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const [client] = useState(createApiClient)
  return <Provider value={client}>{children}</Provider>
}
