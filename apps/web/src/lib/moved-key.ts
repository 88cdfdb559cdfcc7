interface Place {
  category: string
  subcategory: string
}

/** The key of a prompt in another place; its name and variant stay. */
export function movedKey({ key, category, subcategory }: Place & { key: string }, to: Place): string {
  const rest = key.slice(`${category}-${subcategory}-`.length)
  return `${to.category}-${to.subcategory}-${rest}`
}
