import { type Ask, payloadOf } from './graphql.ts'
import type { FieldMapping } from './parse-mapping.ts'
import { piecesOf } from './pieces-of.ts'

export interface Uploaded {
  readonly id: string
  readonly columns: readonly string[]
  readonly suggestedMapping: FieldMapping
}

const UPLOAD = `mutation ($input: ImportUploadInput!) { importUpload(input: $input) {
  ... on Error { code message }
  ... on ImportUploadPayload { import { id columns suggestedMapping { name content category subcategory tags description } } } } }`

/**
 * Uploads a file and gives the import it began; only a part of it when the person interrupts.
 *
 * @throws Failure when the server refuses it
 */
export async function uploadPieces(
  ask: Ask,
  { libraryId, fileName, text }: { libraryId: string; fileName: string; text: string },
  interrupted: AbortSignal,
  onProgress: (units: number) => void,
): Promise<Uploaded> {
  let uploaded: Uploaded | null = null
  for (const piece of piecesOf(text)) {
    uploaded = await uploadPiece(ask, { libraryId, importId: uploaded?.id, fileName, ...piece })
    onProgress(piece.offset + piece.chunk.length)
    if (interrupted.aborted) break
  }
  return uploaded!
}

async function uploadPiece(ask: Ask, input: Readonly<Record<string, unknown>>): Promise<Uploaded> {
  const { importUpload } = await ask<{ importUpload: { import: Uploaded } }>(UPLOAD, { input })
  return payloadOf(importUpload).import
}
