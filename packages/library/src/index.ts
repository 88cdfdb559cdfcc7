export { CATEGORIES, type Category, type CategoryName, isCategoryName } from './categories.ts'
export {
  type CustomField,
  FIELD_KINDS,
  FIELD_VALUE_MAX_LENGTH,
  type FieldKind,
  type FieldValue,
  type FieldValueCheck,
  fieldKeyProblem,
  parseFieldValue,
} from './custom-fields.ts'
export { isStale, STALE_DAYS } from './is-stale.ts'
export {
  type CategorySetting,
  isReviewRequired,
  type LibraryCategory,
  libraryCategories,
} from './library-categories.ts'
export { metadataYaml, type PromptMetadata } from './metadata-yaml.ts'
export { NAME_MAX_LENGTH, NAME_PATTERN, type NameCheck, validateName } from './name.ts'
export { nameFromTitle, slugify } from './name-from-title.ts'
export { DEFAULT_SUBCATEGORY, type PromptKeyParts, parsePromptKey, promptKey } from './prompt-key.ts'
export {
  QUALITY_CHECKS,
  type Quality,
  type QualityCheck,
  type QualityCheckName,
  type QualityFacts,
  qualityOf,
} from './quality.ts'
export {
  type ParsedSearch,
  parseSearch,
  type SearchFilterName,
} from './search/parse-search.ts'
export { type SearchExcerpt, searchExcerpt, searchHits, type TextRange } from './search/search-hits.ts'
export { foldWord, searchTerms, searchWords } from './search/search-words.ts'
export { closestWord, LEAST_CORRECTED, oneMistake, TWICE_WRONG } from './search/spelling.ts'
export { starterText } from './starter-text.ts'
export { type MoveAction, movesFrom, STATUS_MOVES, type StatusMove, statusMove } from './status-moves.ts'
export { canMove, isStatus, refusedMove, STATUSES, type Status, type StatusRule } from './statuses.ts'
export { suggestCategory } from './suggest-category.ts'
export { suggestTags, type TagSuggestion, tagCategoryOf } from './suggest-tags.ts'
export {
  type OfferedTag,
  offeredTags,
  type SuggestionSource,
  suggestTaxonomy,
  type TaxonomyInUse,
  type TaxonomySuggestion,
} from './suggest-taxonomy.ts'
export { normalizeTag, TAG_CATEGORIES, type TagCategory } from './tags.ts'
export { type PromptTemplate, TEMPLATES, templateOf } from './templates.ts'
export { bandsFor, fingerprintBands, LEAST_ALIKE_WORDS, similarityOf, wordsOf } from './text-fingerprint.ts'
