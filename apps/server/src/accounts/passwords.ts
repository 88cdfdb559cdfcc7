import { hash, verify } from '@node-rs/argon2'
import { ValidationError } from '../platform/errors.ts'

/** Argon2id at the least cost OWASP names: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** Hashing takes a thread and 19 MiB; more at once would let sign-ins starve the server. */
const AT_ONCE = 2

const LEAST_LENGTH = 10
const MOST_LENGTH = 200

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** Refuses passwords that are too short to hold or too long to hash. */
export function assertPassword(password: string, path: string): void {
  if (password.length < LEAST_LENGTH || password.length > MOST_LENGTH) {
    throw ValidationError.of(
      path,
      `A password has ${LEAST_LENGTH} to ${MOST_LENGTH} characters. Choose a longer phrase.`,
    )
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, COST))
}

let decoy: Promise<string> | null = null

/**
 * Whether the password belongs to the hash. Without a hash (no such account, or one without a password) it
 * takes as long and is false, so that the time tells nobody which addresses have accounts.
 */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('a password nobody has')
  const against = stored ?? (await decoy)
  const matches = await inTurn(() => verify(against, password.slice(0, MOST_LENGTH)))
  return matches && stored !== null
}
