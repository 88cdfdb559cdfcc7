export { promptState, promptSubject } from './prompt-state.ts'
export { createPromptService as createPrompts, type NewPrompt, type PromptService } from './service.ts'
export {
  createPromptStore,
  type PromptFilter,
  type PromptOrderField,
  type PromptRow,
  type PromptStore,
  type TagRow,
} from './store.ts'
