/**
 * Where a prompt is read.
 *
 * @param version a version number: its commit instead of the live text
 */
export function promptAddress(library: string, key: string, version: string | null): string {
  const page = `/l/${library}/p/${key}`
  return version === null ? page : `${page}/commits/${encodeURIComponent(version)}`
}
