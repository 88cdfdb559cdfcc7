/** So many days back a changelog may be asked to go. */
export const PERIODS = [7, 30, 90, 365] as const
export type Period = (typeof PERIODS)[number]

/** The period of so many days, as an address or a choice names it; `null` where there is none. */
export function parsePeriod(days: string | null): Period | null {
  return PERIODS.find((period) => String(period) === days) ?? null
}

const WORDS = { 7: 'Last 7 days', 30: 'Last 30 days', 90: 'Last 90 days', 365: 'Last year' } as const

/** The periods as the choices of a select. */
export const PERIOD_CHOICES = PERIODS.map((days) => ({ value: String(days), label: WORDS[days] }))
