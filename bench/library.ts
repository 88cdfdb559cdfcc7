import { createReport } from './harness/report.ts'
import { measureDocument } from './library-document.ts'
import { measureSearch } from './library-search.ts'

const report = createReport('library')
await measureDocument(report)
await measureSearch(report)
