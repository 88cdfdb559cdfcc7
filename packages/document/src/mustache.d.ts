/** The part of mustache.js (which ships no types) that tests compare with. */
declare module 'mustache' {
  /** Sigil or 'name' or 'text', value, start, end; then of a section its tokens, of a partial its indentation. */
  export type Token = [string, string, number, number, (Token[] | string)?]
  const Mustache: { parse(template: string): Token[] }
  export default Mustache
}
