export { LibraryChangesPage } from './list/library-changes-page.tsx'
export { PromptChangesPage } from './list/prompt-changes-page.tsx'
export { NewChangePage } from './new/new-change-page.tsx'
export { ChangePage } from './view/change-page.tsx'
