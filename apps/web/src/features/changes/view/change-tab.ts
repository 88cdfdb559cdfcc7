export const CHANGE_TABS = ['conversation', 'difference', 'commits'] as const
export type ChangeTab = (typeof CHANGE_TABS)[number]

/** The tab an address names (`?tab=`); the conversation where it names none that there is. */
export function parseTab(value: string | null): ChangeTab {
  return CHANGE_TABS.find((known) => known === value) ?? 'conversation'
}

/** The query string of a tab; empty for the conversation. */
export function tabQuery(tab: ChangeTab): string {
  return tab === 'conversation' ? '' : `?tab=${tab}`
}
