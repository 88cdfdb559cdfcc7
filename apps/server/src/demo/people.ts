import type { Level } from '@incipit/access'
import type { DemoWriter } from './demo-prompt.ts'

/** Somebody of the demo library. */
export interface DemoPerson {
  readonly name: string
  readonly email: string
  readonly level: Level
  /** Null for colleagues nobody can sign in as: they only make the history one of several people. */
  readonly description: string | null
}

const WRITERS: Readonly<Record<DemoWriter, DemoPerson>> = {
  ada: {
    name: 'Ada Lindqvist',
    email: 'ada@demo.incipit.local',
    level: 'admin',
    description: 'Runs the library: writes prompts, invites people, makes API keys, reads the audit log.',
  },
  dev: {
    name: 'Dev Malhotra',
    email: 'dev@demo.incipit.local',
    level: 'developer',
    description: 'Writes prompts, commits versions, imports files.',
  },
  mei: { name: 'Mei Tanaka', email: 'mei@demo.incipit.local', level: 'developer', description: null },
}

const ROSA: DemoPerson = {
  name: 'Rosa Jiménez',
  email: 'rosa@demo.incipit.local',
  level: 'reviewer',
  description: 'Reads along and approves what others wrote.',
}

const VERA: DemoPerson = {
  name: 'Vera Osei',
  email: 'vera@demo.incipit.local',
  level: 'viewer',
  description: 'Reads prompts, also while somebody writes them, and changes nothing.',
}

/** Who does something in the demo library, by first name. */
export type DemoName = DemoWriter | 'rosa'

/** Everybody, the admin first, the colleague without an account to use last. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [WRITERS.ada, WRITERS.dev, ROSA, VERA, WRITERS.mei]

export function emailOf(name: DemoName): string {
  return (name === 'rosa' ? ROSA : WRITERS[name]).email
}

/** What a demo account may do, by its address. */
export function descriptionOf(email: string): string {
  return DEMO_PEOPLE.find((person) => person.email === email)?.description ?? ''
}
