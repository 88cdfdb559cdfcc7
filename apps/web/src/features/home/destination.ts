interface HomeData {
  server: { setupRequired: boolean }
  viewer: { user: { id: string } | null; libraries: { edges: readonly { node: { slug: string } }[] } } | null
}

/** Where the bare address leads; `null` for a person without a library. */
export function destinationOf(data: HomeData): string | null {
  if (!data.viewer?.user) return data.server.setupRequired ? '/setup' : '/sign-in'
  const first = data.viewer.libraries.edges[0]
  return first ? `/l/${first.node.slug}` : null
}
