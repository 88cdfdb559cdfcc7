import { type UserRow, userActor } from '../accounts/index.ts'
import { type Caller, createCaller, type LibraryRow } from '../libraries/index.ts'
import type { NewId } from '../platform/ids.ts'
import { DEMO_BRANCHES } from './branches/index.ts'
import { Branching } from './branching.ts'
import type { Past } from './past.ts'
import { DEMO_PEOPLE, type DemoName, emailOf } from './people.ts'
import { DEMO_PROMPTS } from './prompts/index.ts'
import { type DemoMoment, timelineOf } from './timeline.ts'
import { Writing } from './writing.ts'

const DAY_MS = 86_400_000
/** Before the oldest prompt. */
const LIBRARY_DAYS_AGO = 150

const LIBRARY = {
  name: 'Scriptorium',
  slug: 'scriptorium',
  description: 'A library to look around in: prompts of a small software company, with their history.',
  versionScheme: 'semver',
} as const

/** Makes the demo's people and library, and lives through the history of its prompts. */
export async function fillLibrary(past: Past, newId: NewId, now: Date): Promise<void> {
  const setTo = (daysAgo: number) => past.setTo(new Date(now.getTime() - daysAgo * DAY_MS))
  setTo(LIBRARY_DAYS_AGO)
  const users = await createPeople(past)
  const library = await createLibrary(past, users)
  // One caller for each of them: it remembers their level, and levels do not change here.
  const callers = new Map<string, Caller>(
    [...users.values()].map((user) => [
      user.email,
      createCaller(userActor(user, newId()), past.libraries.findLevel),
    ]),
  )
  const callerOf = (name: DemoName): Caller => callers.get(emailOf(name))!
  const writing = new Writing(past, library, callerOf)
  const branching = new Branching(past, writing, callerOf)
  for (const moment of timelineOf(DEMO_PROMPTS, DEMO_BRANCHES)) {
    setTo(moment.daysAgo)
    await live(moment, writing, branching)
  }
}

function live(moment: DemoMoment, writing: Writing, branching: Branching): Promise<void> {
  switch (moment.kind) {
    case 'begin':
      return writing.begin(moment.prompt)
    case 'step':
      return writing.take(writing.mainOf(moment.prompt), moment.step)
    case 'move':
      return writing.move(moment.prompt, moment.move)
    case 'branch':
      return branching.open(moment.branch)
    case 'branch-step':
      return writing.take(branching.draftOf(moment.branch), moment.step)
    case 'request':
      return branching.request(moment.branch, moment.request)
    case 'deed':
      return branching.do(moment.branch, moment.deed)
  }
}

async function createPeople(past: Past): Promise<Map<string, UserRow>> {
  const users = new Map<string, UserRow>()
  for (const { name, email, level, description } of DEMO_PEOPLE) {
    const demoLevel = description === null ? undefined : level
    users.set(
      email,
      await past.accounts.createUser(past.db, {
        name,
        email,
        password: null,
        isOperator: level === 'admin',
        demoLevel,
      }),
    )
  }
  return users
}

async function createLibrary(past: Past, users: ReadonlyMap<string, UserRow>): Promise<LibraryRow> {
  const [admin, ...others] = DEMO_PEOPLE
  const library = await past.libraries.createLibraryFor(users.get(admin!.email)!.id, LIBRARY)
  for (const { email, level } of others) {
    await past.libraries.addMember(library.libraryId, users.get(email)!, level)
  }
  return library
}
