/** What a command sees of the machine it runs on; tests give it another. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly out: (text: string) => void
  /** For progress and problems, so that output can be piped. */
  readonly err: (text: string) => void
  /** Whether a person watches `err`. */
  readonly interactive: boolean
  /** Whether `out` goes to a screen: colours, and no character that would steer it. */
  readonly terminal: boolean
  /** Where `incipit login` keeps address and key. */
  readonly configFile: string
  /** Asks for a line that is not shown as it is typed; reads it from a pipe where there is no terminal. */
  readonly readSecret: (question: string) => Promise<string>
  readonly fetch: typeof fetch
  readonly sleep: (ms: number) => Promise<void>
  /** Aborts when the person presses Ctrl-C. */
  readonly interrupted: AbortSignal
}
