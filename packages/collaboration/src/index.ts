export {
  type AwarenessState,
  type AwarenessUser,
  parseAwareness,
  parseSelection,
  type RelativePositionJson,
  type SelectionJson,
} from './awareness.ts'
export { CLOSE, type CloseCode, FORBIDDEN_REASON } from './close-codes.ts'
export { CONTENT, contentOf } from './content.ts'
export {
  type ClientSpan,
  type DeleteRange,
  type InspectedStruct,
  type InspectedUpdate,
  inspectUpdate,
  isEmptyUpdate,
  missingFrom,
  withoutClients,
} from './inspect-update.ts'
export { LIMITS } from './limits.ts'
export {
  type Committed,
  decodeCommitted,
  encodeCommitted,
  isDocumentFrame,
  MESSAGE,
  readCommitted,
  SYNC,
} from './messages.ts'
export { normalizeText, normalizingEdits, type TextEdit } from './normalize-text.ts'
export { parseRoomName, type RoomAddress, roomName } from './room-name.ts'
export {
  createSaveTracker,
  type SaveState,
  type SaveTracker,
  type TrackedConnection,
} from './save-tracker.ts'
export { setText } from './set-text.ts'
export { type BoundEditor, bindText, type TextBinding, type TextBindingSpec } from './text-binding.ts'
export { replacementBetween } from './text-binding-delta.ts'
export { trackedWebSocket } from './tracked-web-socket.ts'
