'use client'

export { type Category, useCategories } from './hooks/use-categories.ts'
export { TaxonomyPage } from './taxonomy-page.tsx'
