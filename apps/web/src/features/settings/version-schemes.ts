/** The version schemes a library can choose, each with an example of three versions in a row. */
export const VERSION_SCHEMES = [
  {
    value: 'SEMVER',
    label: 'Semantic',
    hint: 'The change type decides which number grows',
    example: '1.4.2 → 1.5.0 → 2.0.0',
  },
  {
    value: 'CALVER',
    label: 'Calendar',
    hint: 'The day of the commit',
    example: '2026.03.14 → 2026.03.14.1 → 2026.03.20',
  },
  { value: 'SEQUENTIAL', label: 'Sequential', hint: 'One more each time', example: 'v7 → v8 → v9' },
  {
    value: 'HASH',
    label: 'Commit id',
    hint: 'The first signs of the commit’s hash',
    example: '9f2c4e1 → 77aa03b → 12cd9e8',
  },
] as const
