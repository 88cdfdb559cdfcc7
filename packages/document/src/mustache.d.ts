/** The part of mustache.js (which ships no types) that tests compare with. */
declare module 'mustache' {
  /** Sigil or 'name' or 'text', value, start, end; then of a section its tokens, of a partial its indentation. */
  export type Token = [string, string, number, number, (Token[] | string)?]
  const Mustache: {
    parse(template: string): Token[]
    render(
      template: string,
      view: unknown,
      partials?: Readonly<Record<string, string>>,
      config?: { readonly escape?: (value: unknown) => string },
    ): string
  }
  export default Mustache
}
