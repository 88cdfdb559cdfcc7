import type { Surroundings } from './surroundings.ts'

const CLEAR_LINE = '\r\u001B[2K'

/** One line that is written over as work goes on; nothing where nobody watches. */
export function createProgressLine({ err, interactive }: Pick<Surroundings, 'err' | 'interactive'>) {
  let shown = false
  return {
    show(what: string, done: number, total: number): void {
      if (!interactive) return
      shown = true
      const percent = total === 0 ? 0 : Math.floor((done / total) * 100)
      err(`${CLEAR_LINE}${what}: ${percent} %`)
    },
    clear(): void {
      if (shown) err(CLEAR_LINE)
      shown = false
    },
  }
}
