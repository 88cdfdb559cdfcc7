import type { DemoPrompt } from '../demo-prompt.ts'

export const invoiceFields: DemoPrompt = {
  name: 'Invoice fields',
  category: 'extractors',
  description: 'Reads the fields an accountant needs from the text of an invoice, null where there is none.',
  tags: ['finance', 'extract'],
  by: 'mei',
  daysAgo: 59.9,
  message: 'Fields of an invoice as JSON',
  text: `---
name: Invoice fields
description: Reads the fields an accountant needs from the text of an invoice, null where there is none.
model:
  id: gpt-4.1-mini
  options:
    temperature: 0
inputs:
  invoice:
    kind: string
    description: Text of the invoice, as recognized.
    required: true
---
system:
Extract from the invoice and answer with JSON only:

{
  "supplier": string,
  "number": string,
  "date": "YYYY-MM-DD",
  "due": "YYYY-MM-DD" | null,
  "currency": "ISO 4217 code",
  "net": number,
  "tax": number,
  "total": number
}

A field that is not on the invoice is null. Never compute a missing amount.

user:
{{invoice}}
`,
  steps: [
    {
      by: 'mei',
      daysAgo: 56.4,
      edits: [
        [
          'Never compute a missing amount.',
          'Never compute a missing amount. A comma or a point before the last two digits separates cents.',
        ],
      ],
      commit: { message: 'Amounts written in European and American style', changeType: 'fix' },
    },
    {
      by: 'dev',
      daysAgo: 30.7,
      edits: [
        [
          '  "total": number\n}',
          '  "total": number,\n  "lines": [{"text": string, "quantity": number, "amount": number}]\n}',
        ],
      ],
      commit: { message: 'Line items', changeType: 'feature' },
    },
    {
      by: 'ada',
      daysAgo: 13.0,
      edits: [
        [
          '    description: Text of the invoice, as recognized.\n    required: true\n',
          `    description: Text of the invoice, as recognized.
    required: true
  dayFirst:
    kind: boolean
    description: Whether 03/04/2026 means 3 April.
    required: true
`,
        ],
        [
          'A field that is not on the invoice is null.',
          `{{#dayFirst}}
Dates with slashes begin with the day.
{{/dayFirst}}
{{^dayFirst}}
Dates with slashes begin with the month.
{{/dayFirst}}
A field that is not on the invoice is null.`,
        ],
      ],
      commit: {
        message: 'Callers say how dates are to be read: guessing was wrong too often',
        changeType: 'breaking',
      },
    },
  ],
  moves: [
    { by: 'dev', daysAgo: 12.8, to: 'review' },
    { by: 'rosa', daysAgo: 12.1, to: 'approved', reason: 'Read with forty invoices at hand.' },
  ],
}
