import * as decoding from 'lib0/decoding'
import { expect, test } from 'vitest'
import { decodeCommitted, encodeCommitted, isDocumentFrame, readCommitted } from './messages.ts'

test('a confirmation survives the wire, also with fields of a later protocol behind it', () => {
  const message = { frames: 3, seq: 2 ** 40, epoch: 1 }
  expect(decodeCommitted(encodeCommitted(message))).toEqual(message)
  expect(decodeCommitted(Uint8Array.from([...encodeCommitted(message), 9, 9]))).toEqual(message)
})

test('a message handler reads it from behind the type', () => {
  const decoder = decoding.createDecoder(encodeCommitted({ frames: 1, seq: 2, epoch: 0 }))
  decoding.readVarUint(decoder)
  expect(readCommitted(decoder)).toEqual({ frames: 1, seq: 2, epoch: 0 })
})

test('other frames are not confirmations; only step 2 and update bear content', () => {
  expect(decodeCommitted(Uint8Array.of(1, 0))).toBeNull()
  expect(
    [[0, 0], [0, 1], [0, 2], [1, 1], []].map((bytes) => isDocumentFrame(Uint8Array.from(bytes))),
  ).toEqual([false, true, true, false, false])
})
