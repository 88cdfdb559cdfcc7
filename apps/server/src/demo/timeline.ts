import type { DemoBranch, DemoBranchStep, DemoDeed, DemoRequest } from './demo-branch.ts'
import type { DemoMove, DemoPrompt, DemoStep } from './demo-prompt.ts'

/** Something that happens at a time. */
export type DemoMoment = { readonly daysAgo: number } & (
  | { readonly kind: 'begin'; readonly prompt: DemoPrompt }
  | { readonly kind: 'step'; readonly prompt: DemoPrompt; readonly step: DemoStep }
  | { readonly kind: 'move'; readonly prompt: DemoPrompt; readonly move: DemoMove }
  | { readonly kind: 'branch'; readonly branch: DemoBranch }
  | { readonly kind: 'branch-step'; readonly branch: DemoBranch; readonly step: DemoBranchStep }
  | { readonly kind: 'request'; readonly branch: DemoBranch; readonly request: DemoRequest }
  | { readonly kind: 'deed'; readonly branch: DemoBranch; readonly deed: DemoDeed }
)

/** The histories of all prompts and branches as one, oldest first, so that the audit log reads in the order of time. */
export function timelineOf(prompts: readonly DemoPrompt[], branches: readonly DemoBranch[]): DemoMoment[] {
  return [...prompts.flatMap(momentsOfPrompt), ...branches.flatMap(momentsOfBranch)].sort(
    (a, b) => b.daysAgo - a.daysAgo,
  )
}

function momentsOfPrompt(prompt: DemoPrompt): DemoMoment[] {
  return [
    { kind: 'begin', prompt, daysAgo: prompt.daysAgo },
    ...prompt.steps.map((step): DemoMoment => ({ kind: 'step', prompt, step, daysAgo: step.daysAgo })),
    ...(prompt.moves ?? []).map(
      (move): DemoMoment => ({ kind: 'move', prompt, move, daysAgo: move.daysAgo }),
    ),
  ]
}

function momentsOfBranch(branch: DemoBranch): DemoMoment[] {
  const { request } = branch
  return [
    { kind: 'branch', branch, daysAgo: branch.daysAgo },
    ...branch.steps.map((step): DemoMoment => ({ kind: 'branch-step', branch, step, daysAgo: step.daysAgo })),
    ...(request ? [{ kind: 'request', branch, request, daysAgo: request.daysAgo } as const] : []),
    ...(request?.deeds ?? []).map(
      (deed): DemoMoment => ({ kind: 'deed', branch, deed, daysAgo: deed.daysAgo }),
    ),
  ]
}
