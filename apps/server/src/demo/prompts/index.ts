import type { DemoPrompt } from '../demo-prompt.ts'
import { changelogEntry } from './changelog-entry.ts'
import { codeReview } from './code-review.ts'
import { contractObligations } from './contract-obligations.ts'
import { feedbackClassifier } from './feedback-classifier.ts'
import { groundingCheck } from './grounding-check.ts'
import { incidentReport } from './incident-report.ts'
import { invoiceFields } from './invoice-fields.ts'
import { meetingMinutes } from './meeting-minutes.ts'
import { outreachEmail } from './outreach-email.ts'
import { personalDataRedactor } from './personal-data-redactor.ts'
import { plainLanguage } from './plain-language.ts'
import { releaseNotes } from './release-notes.ts'
import { requestRouter } from './request-router.ts'
import { researchAnalyst } from './research-analyst.ts'
import { selfCheck } from './self-check.ts'
import { ticketTriage } from './ticket-triage.ts'
import { toolUsePolicy } from './tool-use-policy.ts'

/** The prompts of the demo library, over all categories. */
export const DEMO_PROMPTS: readonly DemoPrompt[] = [
  ticketTriage,
  researchAnalyst,
  feedbackClassifier,
  meetingMinutes,
  requestRouter,
  toolUsePolicy,
  selfCheck,
  codeReview,
  incidentReport,
  plainLanguage,
  personalDataRedactor,
  groundingCheck,
  changelogEntry,
  invoiceFields,
  contractObligations,
  releaseNotes,
  outreachEmail,
]
