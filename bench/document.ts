import { createReport } from './harness/report.ts'
import { measureDocument } from './library-document.ts'

await measureDocument(createReport('document'))
