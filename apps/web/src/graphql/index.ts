'use client'

export { ApiProvider } from './api-provider.tsx'
export { reconnected, sessionDoubted, useConnectionStatus } from './connection-status.ts'
export { type Failure, FailureFragment, failureOf, transportFailure } from './failure.ts'
export { type FragmentOf, graphql, type ResultOf, type VariablesOf } from './graphql.ts'
export { payloadOf } from './payload.ts'
export { type ConnectionPage, useConnection } from './use-connection.ts'
export { useSend } from './use-send.ts'
