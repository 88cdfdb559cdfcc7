import { contentHash, type GraphCommit } from '@incipit/version-control'

/** Commits on main between two feature branches, and on each of those before it is merged. */
const BETWEEN = 6
const ON_BRANCH = 3

/** A history as a busy prompt has it: main, from which a branch of three commits forks and is merged back every ten commits. */
export function sampleHistory(length: number): GraphCommit[] {
  const commits: GraphCommit[] = []
  const add = (...parents: string[]) => {
    const seq = commits.length + 1
    const id = contentHash(String(seq))
    commits.push({ id, seq, parents })
    return id
  }
  let main = add()
  while (commits.length < length) {
    let branch = main
    for (let step = 0; step < ON_BRANCH; step += 1) branch = add(branch)
    for (let step = 0; step < BETWEEN; step += 1) main = add(main)
    main = add(main, branch)
  }
  return commits.slice(0, length)
}

const WORDS = 'answer brief calm check cite clear customer facts first follow format input keep kind'.split(
  ' ',
)

/** Versions of a document of about so many characters: each changes a word of one line; a few put a line in or take one out. */
export function* sampleVersions(size: number): Generator<string> {
  let state = 1
  const pick = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % below
  }
  const sentence = () => Array.from({ length: 12 }, () => WORDS[pick(WORDS.length)]).join(' ')
  const lines = Array.from({ length: Math.ceil(size / 72) }, sentence)
  for (let number = 1; ; number += 1) {
    yield `${lines.join('\n')}\n`
    const place = pick(lines.length)
    if (number % 10 === 0) lines.splice(place, 0, sentence())
    else if (number % 10 === 5) lines.splice(place, 1)
    else {
      const words = (lines[place] ?? '').split(' ')
      words[pick(words.length)] = `word${number}`
      lines[place] = words.join(' ')
    }
  }
}
