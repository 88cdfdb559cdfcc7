'use client'

export { DependenciesPage } from './dependencies-page.tsx'
export { useImpact } from './hooks/use-impact.ts'
export { useIncludes } from './hooks/use-includes.ts'
export { DependencyMap } from './map/dependency-map.tsx'
export { mapOf } from './map-model.ts'
export { distanceWords, impactSentence, versionWords } from './map-words.ts'
