import { type FragmentOf, graphql, type ResultOf } from '../../graphql/index.ts'

/** All that the page shows of an import while it lasts. */
export const ImportFragment = graphql(`
  fragment Import_Import on Import @_unmask {
    id
    state
    fileName
    size
    columns
    total
    processed
    createdCount
    updatedCount
    skippedCount
    failedCount
    crlfReplaced
    dryRun
    message
    finishedAt
    touchedAt
    suggestedMapping {
      name
      content
      category
      subcategory
      description
      tags
    }
    alikeCount
    alikeRows {
      row
      line
      name
      alike {
        key
        similarity
      }
    }
    rowErrors {
      row
      line
      name
      message
    }
  }
`)

export type ImportRecord = ResultOf<typeof ImportFragment>
export type ImportRef = FragmentOf<typeof ImportFragment>
