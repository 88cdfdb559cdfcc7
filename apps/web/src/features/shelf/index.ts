'use client'

export { SaveSearchDialog } from './save-search-dialog.tsx'
export { filtersFromSaved, type SavedFilters } from './saved-query.ts'
export { StarButton } from './star-button.tsx'
export { useFavourite } from './use-favourite.ts'
export { useNoteOpened } from './use-note-opened.ts'
export { type SavedSearch, useSavedSearches } from './use-saved-searches.ts'
