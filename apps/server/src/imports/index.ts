import { createImportService, type ImportDeps } from './service.ts'
import { createImportStore } from './store.ts'

export { importTopic } from './runner.ts'
export type { ImportService } from './service.ts'

export function createImports(deps: Omit<ImportDeps, 'store'>) {
  return createImportService({ ...deps, store: createImportStore(deps.db) })
}
