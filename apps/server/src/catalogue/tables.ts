import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { libraries } from '../libraries/tables.ts'
import { plainText, tsvector } from '../platform/columns.ts'
import { prompts } from '../prompts/tables.ts'

/** What the text on main includes, each include once; the dependency map. */
export const promptIncludes = pgTable(
  'prompt_includes',
  {
    libraryId: uuid('library_id').notNull(),
    promptId: uuid('prompt_id').notNull(),
    /** Order in the text. */
    position: integer('position').notNull(),
    /** Key of the included prompt, which may not exist. */
    includeKey: text('include_key').notNull(),
    /** The version asked for; null: whichever is current. */
    version: text('version'),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.promptId, t.position] }),
    index('prompt_includes_key').on(t.libraryId, t.includeKey),
    foreignKey({ columns: [t.libraryId, t.promptId], foreignColumns: [prompts.libraryId, prompts.id] }),
  ],
)

/** Fingerprint of the text on main, by which texts nearly the same are found. */
export const promptFingerprints = pgTable(
  'prompt_fingerprints',
  {
    libraryId: uuid('library_id').notNull(),
    promptId: uuid('prompt_id').notNull(),
    /** SHA-256 of the words: equal texts but for blanks, case and punctuation. */
    wordsHash: text('words_hash').notNull(),
    /** Bands of a MinHash signature, mixed with the library's id: texts nearly the same share some. */
    bands: integer('bands').array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.promptId] }),
    index('prompt_fingerprints_words').on(t.libraryId, t.wordsHash),
    index('prompt_fingerprints_bands').using('gin', t.bands),
    foreignKey({ columns: [t.libraryId, t.promptId], foreignColumns: [prompts.libraryId, prompts.id] }),
  ],
)

/** By which words a prompt is found. Beside the prompt, so that lists need not read past them. */
export const promptSearch = pgTable(
  'prompt_search',
  {
    libraryId: uuid('library_id').notNull(),
    promptId: uuid('prompt_id').notNull(),
    /** Words, each preceded by its library and by where it stands (`search-lexemes.ts`): one index serves all libraries. */
    terms: tsvector('terms').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.promptId] }),
    // Half a megabyte waiting to be sorted in: writes stay cheap, and no search reads through more than that.
    index('prompt_search_terms')
      .using('gin', t.terms)
      .with({ fastupdate: true, gin_pending_list_limit: 512 }),
    foreignKey({ columns: [t.libraryId, t.promptId], foreignColumns: [prompts.libraryId, prompts.id] }),
  ],
)

/** Words that prompts of a library had at some time: what a misspelt word may have meant. */
export const searchVocabulary = pgTable(
  'search_vocabulary',
  {
    libraryId: uuid('library_id')
      .notNull()
      .references(() => libraries.libraryId),
    word: plainText('word').notNull(),
  },
  (t) => [primaryKey({ columns: [t.libraryId, t.word] })],
)
