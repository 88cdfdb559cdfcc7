export type { NewPrompt } from './creation.ts'
export { loadPrompt } from './load-prompt.ts'
export { promptState, promptSubject } from './prompt-state.ts'
export { createPromptService as createPrompts, type PromptService } from './service.ts'
export {
  createPromptStore,
  type PromptRow,
  type PromptStore,
  type TagRow,
} from './store.ts'
