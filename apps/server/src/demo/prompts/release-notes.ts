import type { DemoPrompt } from '../demo-prompt.ts'

export const releaseNotes: DemoPrompt = {
  name: 'Release notes',
  category: 'generators',
  description: 'Writes release notes for customers from a changelog, for one audience and tone.',
  tags: ['marketing', 'generate', 'customer-facing'],
  by: 'mei',
  daysAgo: 48.9,
  message: 'Release notes from a changelog',
  text: `---
name: Release notes
description: Writes release notes for customers from a changelog, for one audience and tone.
model:
  id: gpt-4.1
  options:
    temperature: 0.5
inputs:
  changelog:
    kind: string
    description: The changelog section of the release.
    required: true
  product:
    kind: string
    description: Name of the product as customers know it.
    required: true
---
system:
Write the release notes of {{product}} for the people who use it.

Begin with the one change that matters most to them and what they can do now that they could not before.
Then the other changes, each in one or two sentences. Breaking changes come with the steps to take.
Promise nothing that is not in the changelog. No superlatives.

user:
{{changelog}}
`,
  steps: [
    {
      by: 'ada',
      daysAgo: 44.2,
      edits: [
        [
          '    description: Name of the product as customers know it.\n    required: true\n',
          `    description: Name of the product as customers know it.
    required: true
  audience:
    kind: string
    description: Who reads it.
    enumValues: [customers, developers, administrators]
    default: customers
`,
        ],
        ['for the people who use it.', 'for {{audience}}.'],
      ],
      commit: { message: 'Notes for developers and administrators too', changeType: 'feature' },
    },
    {
      by: 'mei',
      daysAgo: 25.5,
      edits: [['No superlatives.', 'No superlatives.\n\n{{> modifiers-general-plain-language}}']],
      commit: { message: 'Plain language by the shared modifier', changeType: 'refactor' },
    },
    {
      by: 'dev',
      with: 'mei',
      daysAgo: 4.3,
      edits: [
        ['{{> modifiers-general-plain-language}}', '{{> modifiers-general-plain-language@1.1.0}}'],
        [
          'Breaking changes come with the steps to take.',
          'Breaking changes come with the steps to take, in order.',
        ],
      ],
      commit: { message: 'Pin the modifier, so that notes do not change by themselves', changeType: 'fix' },
    },
    {
      by: 'dev',
      daysAgo: 0.2,
      edits: [['    temperature: 0.5', '    temperature: 0.3']],
      commit: null,
    },
  ],
}
