/** @internal Lists of texts as lists of numbers: equal texts have equal numbers, counted from 0 without gaps. */
export function numberTokens(...lists: readonly (readonly string[])[]): Int32Array[] {
  const numbers = new Map<string, number>()
  return lists.map((tokens) => {
    const numbered = new Int32Array(tokens.length)
    let index = 0
    for (const token of tokens) {
      let number = numbers.get(token)
      if (number === undefined) {
        number = numbers.size
        numbers.set(token, number)
      }
      numbered[index] = number
      index += 1
    }
    return numbered
  })
}
