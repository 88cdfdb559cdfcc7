import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits as URL-safe text, with a prefix that tells what kind of secret leaked when one is found. */
export function newSecret(prefix: string): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`
}

/** What is stored of a secret. Secrets carry 256 random bits, so a plain hash cannot be guessed. */
export function hashSecret(secret: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(secret).digest())
}
