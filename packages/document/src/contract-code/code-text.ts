/**
 * @internal The name of a type for a prompt: `agents-support-triage` becomes `AgentsSupportTriageInputs`. Letters beyond
 * ASCII are left out, so that the name is an identifier everywhere.
 */
export function typeNameOf(name: string): string {
  const words = name.match(/[A-Za-z0-9]+/g) ?? []
  const joined = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('')
  return `${/^[A-Za-z]/.test(joined) ? joined : `Prompt${joined}`}Inputs`
}

/** @internal The lines of a description, without what could end a line or a file of code unseen. */
export function commentLines(description: string | null): string[] {
  if (description === null) return []
  return description
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map((line) => line.replace(/[\p{Cc}\p{Cs}]/gu, ' ').trimEnd())
    .filter((line, index, lines) => line !== '' || (index > 0 && index < lines.length - 1))
}
