import type { Action } from '@incipit/access'
import type { Actor } from '../accounts/index.ts'
import { authorize, type Caller } from '../libraries/index.ts'
import { NotFoundError } from '../platform/errors.ts'
import type { PromptRow, PromptStore } from './store.ts'

/**
 * The prompt an action is about, and who acts.
 *
 * @throws what {@link authorize} throws, and NotFoundError where there is no such prompt
 */
export async function loadPrompt(
  store: Pick<PromptStore, 'findPrompts'>,
  caller: Caller,
  libraryId: string,
  id: string,
  action: Action,
): Promise<{ actor: Actor; prompt: PromptRow }> {
  const actor = await authorize(caller, libraryId, action, 'The prompt')
  const [prompt] = await store.findPrompts(libraryId, [id])
  if (!prompt) throw new NotFoundError('The prompt')
  return { actor, prompt }
}
