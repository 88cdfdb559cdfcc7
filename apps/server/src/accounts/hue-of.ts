/** The number of colours people and programs are told apart by. */
const HUES = 12

/** The colour of somebody without an account: always the same for the same id. */
export function hueOf(id: string): number {
  return (Number.parseInt(id.slice(-4), 16) % HUES) + 1
}

/** The colour of the next account: a step that visits all twelve, with neighbours far apart on the wheel. */
export function nextHue(accounts: number): number {
  return ((accounts * 5) % HUES) + 1
}
