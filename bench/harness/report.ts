/** One measured figure. */
export interface Figure {
  readonly figure: string
  readonly value: number
  readonly unit: string
  /** What was measured beside it in the same run, because this machine's mood cancels out in a ratio. */
  readonly peer?: { readonly name: string; readonly value: number }
  /** A limit the figure must keep. */
  readonly atMost?: number
  readonly atLeast?: number
}

const json = process.argv.includes('--json')

/** Says what a benchmark found: a line for people, or with --json a line for programs. A limit not kept makes the process end with 1. */
export function createReport(bench: string) {
  return {
    figure({ figure, value, unit, peer, atMost, atLeast }: Figure): void {
      const target = atMost ?? atLeast ?? null
      const pass = target === null ? null : atMost === undefined ? value >= target : value <= target
      if (pass === false) process.exitCode = 1
      const ratio = peer ? value / peer.value : null
      if (json) {
        const rest = { peer: peer?.name ?? null, peerValue: rounded(peer?.value), ratio: rounded(ratio) }
        console.log(JSON.stringify({ bench, figure, value: rounded(value), unit, ...rest, target, pass }))
        return
      }
      const beside = peer ? ` – ${peer.name}: ${shown(peer.value)} ${unit}, ratio ${shown(ratio!)}` : ''
      const limit = target === null ? '' : ` – ${atMost === undefined ? 'at least' : 'at most'} ${target}`
      const verdict = pass === null ? '' : pass ? ', kept' : ', NOT KEPT'
      console.log(`${bench}: ${figure}: ${shown(value)} ${unit}${beside}${limit}${verdict}`)
    },

    /** A condition that holds or not; counts as a limit. */
    holds(what: string, condition: boolean): void {
      this.figure({ figure: what, value: condition ? 1 : 0, unit: '(1: yes)', atLeast: 1 })
    },

    /** Says why something is not measured. */
    skipped(what: string, why: string): void {
      process.stderr.write(`${bench}: ${what} is left out: ${why}\n`)
    },
  }
}

export type Report = ReturnType<typeof createReport>

function shown(value: number): string {
  return value.toLocaleString(
    'en',
    value >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 },
  )
}

function rounded(value: number | null | undefined): number | null {
  return value == null ? null : Number(value.toPrecision(5))
}
