import { type CanonicalValue, canonicalJson } from './canonical-json.ts'
import { sha256Hex } from './sha256-hex.ts'

/**
 * Fingerprint of a thing's state for `beforeHash` and `afterHash`: SHA-256 of its canonical JSON, 64 lower-case hex digits.
 *
 * @throws TypeError when the value is not plain JSON (see `canonicalJson`).
 */
export function hashState(value: CanonicalValue): string {
  return sha256Hex(canonicalJson(value))
}
