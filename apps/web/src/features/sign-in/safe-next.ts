/** Where to go after signing in: an address of this site, else the start. Whatever could lead elsewhere is refused. */
export function safeNext(next: string | null): string {
  if (!next?.startsWith('/') || /^\/[/\\]/.test(next)) return '/'
  // Browsers drop tabs and newlines and read a backslash as a slash.
  return /[\\\t\r\n]/.test(next) || next.startsWith('/sign-in') ? '/' : next
}
