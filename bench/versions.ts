import { createReport } from './harness/report.ts'
import { measureHistory } from './versions-history.ts'
import { measureServedHistory } from './versions-served.ts'
import { measureText } from './versions-text.ts'

const report = createReport('versions')
measureText(report)
measureHistory(report)
await measureServedHistory(report)
