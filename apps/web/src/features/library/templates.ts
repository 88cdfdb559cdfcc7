/** Texts a new prompt can begin with. */
export const TEMPLATES = [
  {
    value: 'blank',
    label: 'A small example',
    hint: 'One input, one message each way',
    content: null,
  },
  {
    value: 'classifier',
    label: 'Classifier',
    hint: 'Sorts a text into named classes',
    content: `---
description: Sorts a message into one of a few classes.
inputs:
  classes:
    kind: array
    description: The classes to choose from.
    required: true
  message:
    kind: string
    description: What is to be sorted.
    required: true
---
system:
Choose the one class that fits the message best. Answer with its name and nothing else.

Classes:
{{#classes}}
- {{.}}
{{/classes}}

user:
{{message}}
`,
  },
  {
    value: 'persona',
    label: 'Agent persona',
    hint: 'Role, tone, limits',
    content: `---
description: Answers for a team in its own tone, and knows what it must hand over.
inputs:
  team:
    kind: string
    description: Whose agent this is.
    required: true
  question:
    kind: string
    description: What the customer asks.
    required: true
---
system:
You are the first contact of {{team}}.

Tone: warm, brief, concrete. One question at a time.
Never promise refunds or dates. When you are not sure, say so and hand over to a person.

user:
{{question}}
`,
  },
  {
    value: 'extractor',
    label: 'Extractor',
    hint: 'Finds fields in a text, as JSON',
    content: `---
description: Finds named fields in a text and gives them as JSON.
inputs:
  fields:
    kind: array
    description: The names of the fields.
    required: true
  text:
    kind: string
    description: Where to look.
    required: true
---
system:
Extract these fields from the text. Answer with one JSON object; use null where the text is silent. Invent nothing.

{{#fields}}
- {{.}}
{{/fields}}

user:
{{text}}
`,
  },
] as const

export type TemplateName = (typeof TEMPLATES)[number]['value']

/** The template of a name; the small example for a name that is none. */
export function templateOf(name: string | null) {
  return TEMPLATES.find((template) => template.value === name) ?? TEMPLATES[0]
}
