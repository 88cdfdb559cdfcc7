import type { DemoBranch } from '../demo-branch.ts'
import { incidentReport } from '../prompts/incident-report.ts'

/** Asked for, held up by a reviewer, changed, approved and merged. */
export const severity: DemoBranch = {
  prompt: incidentReport,
  name: 'feature/severity',
  by: 'dev',
  daysAgo: 8.2,
  steps: [
    {
      by: 'dev',
      daysAgo: 8.0,
      edits: [
        [
          '    description: Anything else the responders wrote down.\n',
          `    description: Anything else the responders wrote down.
  severity:
    kind: string
    description: How bad it was, in the words of the on-call rota.
    enumValues: [low, high, critical]
    default: high
`,
        ],
        ['# {{title}}\n', '# {{title}}\n\nSeverity: {{severity}}\n'],
      ],
      commit: { message: 'Take the severity', changeType: 'feature' },
    },
    {
      by: 'mei',
      daysAgo: 7.3,
      edits: [
        [
          'Sections: Summary (three sentences),',
          'Sections: Summary (three sentences, the severity in the first),',
        ],
      ],
      commit: { message: 'Say how bad it was first', changeType: 'fix' },
    },
  ],
  request: {
    by: 'dev',
    daysAgo: 7.9,
    title: 'Reports say how bad it was',
    description: `Readers of last month's reports asked the same question every time: **was this a bad one?**

The rota knows three words for it, so the input takes these three.`,
    deeds: [
      {
        kind: 'review',
        by: 'rosa',
        daysAgo: 7.6,
        verdict: 'request-changes',
        body: 'The model gets the severity, but nothing tells it where to put it. In my trial it came last, under Follow-ups.',
      },
      {
        kind: 'review',
        by: 'rosa',
        daysAgo: 6.9,
        verdict: 'approve',
        body: 'First sentence, in five trials out of five.',
      },
      { kind: 'merge', by: 'dev', daysAgo: 6.7 },
    ],
  },
}
