import { expect, test } from 'vitest'
import { parseRoomName, roomName } from './room-name.ts'

const libraryId = '018f2f3e-0000-7000-8000-000000000001'
const documentId = '018f2f3e-0000-7000-8000-000000000002'

test('a name leads back to its document', () => {
  expect(parseRoomName(roomName({ libraryId, documentId }))).toEqual({ libraryId, documentId })
})

test.each([
  '',
  '.',
  libraryId,
  `${libraryId}.`,
  `${libraryId}.${documentId}.`,
  `${libraryId.toUpperCase()}.${documentId}`,
  `${libraryId}.${documentId}/x`,
  `${libraryId}.../${documentId}`,
])('%j names no room', (name) => {
  expect(parseRoomName(name)).toBeNull()
})
