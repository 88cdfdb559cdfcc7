const PROBLEMS: ReadonlyMap<string, string> = new Map([
  ['sign-on-expired', 'The sign-in took too long or began in another window. Try it again.'],
  [
    'sign-on-failed',
    'The identity provider did not confirm who you are. Try again; if it stays, ask your admin.',
  ],
  [
    'sign-on-uninvited',
    'The identity provider knows you, but nobody has invited your address here. Ask an admin of the library for an invitation.',
  ],
])

/** Why single sign-on ended without a session, by the name in the address; null for names we did not write. */
export function signOnProblem(name: string | null): string | null {
  return (name && PROBLEMS.get(name)) || null
}
