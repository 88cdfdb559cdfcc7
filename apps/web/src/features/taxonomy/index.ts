'use client'

export { TaxonomyPage } from './taxonomy-page.tsx'
