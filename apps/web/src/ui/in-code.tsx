/** A phrase in which names stand between backticks, with those names set as code. */
export function InCode({ text }: { text: string }) {
  return text.split('`').map((part, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one phrase never change places
      <code key={at}>{part}</code>
    ) : (
      part
    ),
  )
}
