import { starterText } from './starter-text.ts'

/** A text a new prompt can begin with. */
export interface PromptTemplate {
  readonly id: string
  readonly name: string
  /** What it is for, as a phrase. */
  readonly description: string
  readonly content: string
}

/** Templates every library offers. */
export const TEMPLATES = [
  {
    id: 'blank',
    name: 'A small example',
    description: 'One input, one message each way',
    content: starterText(''),
  },
  {
    id: 'classifier',
    name: 'Classifier',
    description: 'Sorts a text into named classes',
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
    id: 'persona',
    name: 'Agent persona',
    description: 'Role, tone, limits',
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
    id: 'extractor',
    name: 'Extractor',
    description: 'Finds fields in a text, as JSON',
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
] as const satisfies readonly PromptTemplate[]

/** The template of that id; `null` when there is none. */
export function templateOf(id: string): PromptTemplate | null {
  return TEMPLATES.find((template) => template.id === id) ?? null
}
