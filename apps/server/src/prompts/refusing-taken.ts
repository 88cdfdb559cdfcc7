import { isUniqueViolation } from '../platform/database.ts'
import { ConflictError } from '../platform/errors.ts'

/** Runs a change that gives a prompt a key. @throws ConflictError naming the key where another prompt has it, or had it */
export async function refusingTaken<T>(key: () => string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new ConflictError(
      `A prompt with the key ${key()} exists already, perhaps in the archive. Choose another name, subcategory or variant.`,
    )
  }
}
