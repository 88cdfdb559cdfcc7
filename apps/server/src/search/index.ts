export { createSearch, type PromptOrderField, type SearchService } from './service.ts'
