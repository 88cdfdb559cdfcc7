import type { CloseCode } from '@incipit/collaboration'
import type { Present } from './room-presence.ts'

/** A connection as its room sees it. */
export interface Participant extends Present {
  readonly id: string
  send(frame: Uint8Array): void
  close(code: CloseCode, reason: string): void
}

/** Why a connection must end. */
export interface Refusal {
  readonly code: CloseCode
  readonly reason: string
}
