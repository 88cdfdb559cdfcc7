/** The part of mustache.js (which ships no types) that is measured beside ours. */
declare module 'mustache' {
  const Mustache: {
    render(
      template: string,
      view: unknown,
      partials?: undefined,
      config?: { readonly escape: (value: unknown) => string },
    ): string
    clearCache(): void
  }
  export default Mustache
}
