import { LIMITS, normalizeText } from '@incipit/collaboration'
import type { ActorRef } from '../accounts/index.ts'
import { ValidationError } from '../platform/errors.ts'

/** A content as documents hold it: LF, storable, not too long. @throws ValidationError naming the field. */
export function checkedContent(text: string, path: string): string {
  if (text.length > LIMITS.textLength) {
    throw ValidationError.of(
      path,
      `A prompt has at most ${LIMITS.textLength.toLocaleString('en')} characters; this one has ${text.length.toLocaleString('en')}.`,
    )
  }
  return normalizeText(text)
}

export function modifiedBy(actor: ActorRef, at: Date) {
  return { modifierKind: actor.kind, modifierId: actor.id, modifierName: actor.name, modifiedAt: at }
}
