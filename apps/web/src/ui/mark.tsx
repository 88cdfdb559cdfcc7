/** The mark of Incipit: a square initial in rubric, as a scribe would have painted it. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden focusable="false">
      <rect width="24" height="24" rx="4" fill="var(--rubric)" />
      <path d="M7 5.5h10v2.1h-3.4v8.8H17v2.1H7v-2.1h3.4V7.6H7z" fill="var(--on-rubric)" />
    </svg>
  )
}
