const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Which document a room is for. Both are UUIDs in lower case. */
export interface RoomAddress {
  readonly libraryId: string
  readonly documentId: string
}

/** The name of a document's room: the last part of its address `/collab/<room>`. */
export function roomName({ libraryId, documentId }: RoomAddress): string {
  return `${libraryId}.${documentId}`
}

/** The document a room name speaks of; `null` unless it is exactly two UUIDs in lower case with a dot between. */
export function parseRoomName(name: string): RoomAddress | null {
  const [libraryId, documentId, ...rest] = name.split('.')
  if (libraryId === undefined || documentId === undefined || rest.length > 0) return null
  return UUID.test(libraryId) && UUID.test(documentId) ? { libraryId, documentId } : null
}
