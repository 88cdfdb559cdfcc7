export {
  type ChangeEvent,
  type ChangeNote,
  type Changes,
  createChanges,
  libraryTopic,
  promptTopic,
} from './changes.ts'
export { type AuditService, createAuditService, type Verification } from './service.ts'
export { type AuditFilter, createAuditStore } from './store.ts'
