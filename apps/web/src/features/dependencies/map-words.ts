import { counted } from '../../lib/counted.ts'
import { type StateValue, stateLook } from '../../ui/index.ts'
import type { MapNode } from './map-model.ts'

interface Reached {
  truncated: boolean
  prompts: readonly { distance: number; prompt: { status: StateValue<'status'> } }[]
}

/** What a change reaches as a sentence: "A change reaches 12 prompts, 3 of them deployed." */
export function impactSentence({ prompts, truncated }: Reached): string {
  if (prompts.length === 0) return 'A change reaches no other prompt.'
  const deployed = prompts.filter(({ prompt }) => prompt.status === 'DEPLOYED').length
  const all = `${truncated ? 'more than ' : ''}${counted(prompts.length, 'prompt')}`
  if (prompts.length === 1 && !truncated)
    return `A change reaches 1 prompt, which is ${deployed === 1 ? '' : 'not '}deployed.`
  return `A change reaches ${all}, ${deployed === 0 ? 'none' : deployed.toLocaleString('en-GB')} of them deployed.`
}

/** How far off a prompt is: what a change reaches over how many others. */
export function distanceWords(distance: number): string {
  if (distance === 1) return 'includes it'
  return `over ${counted(distance - 1, 'other')}`
}

/** The version an include asks for. */
export function versionWords(version: string | null): string {
  return version ?? 'current'
}

/** What a screen reader says of a node after its name: "Deployed, included by 2, includes 1". */
export function nodeWords({ prompt, includes, includedBy }: MapNode): string {
  const what = prompt ? stateLook('status', prompt.status).word : 'missing'
  return `${what}, included by ${includedBy}, includes ${includes}`
}
