import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must, mutate } from '../testing/mutate.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let team: Awaited<ReturnType<TestServer['team']>>

beforeAll(async () => {
  server = await startTestServer()
  team = await server.team()
})
afterAll(() => server.close())

const GOOD = `---
model: gpt-4o
inputs:
  question:
    kind: string
    description: What is asked.
    example: Why?
---
user:
{{question}}
`

async function create(input: object) {
  const fields = 'prompt { id key templateLanguage branch(name: "main") { id document { content } } }'
  return (
    await must(team.developer, 'promptCreate', { libraryId: team.id, category: 'tasks', ...input }, fields)
  ).prompt
}
async function commit(branchId: string, content: string, expectedHead: string | null = null) {
  const input = { branchId, content, expectedHead, message: 'A change', changeType: 'FEATURE' }
  return (await must(team.developer, 'commitText', input, 'commit { hash }')).commit.hash as string
}
async function inLibrary(fields: string) {
  const answer = await team.viewer.query(
    `query ($id: ID!) { node(id: $id) { ... on Library { ${fields} } } }`,
    { id: team.id },
  )
  if (answer.errors) throw new Error(answer.errors[0]!.message)
  return answer.data.node
}
async function failed(key: string) {
  const { prompt } = await inLibrary(`prompt(key: "${key}") { quality { score checks { name ok } } }`)
  const { score, checks } = prompt.quality
  const names = checks.filter(({ ok }: { ok: boolean }) => !ok).map(({ name }: { name: string }) => name)
  expect(score).toBeCloseTo(1 - names.length / checks.length)
  return names
}

describe('quality', () => {
  it('follows what is said of a prompt and what is committed', async () => {
    const { id, key, branch } = await create({ name: 'Judged', content: GOOD })
    expect(await failed(key)).toEqual(['DESCRIBED', 'TAGGED', 'COMMITTED'])
    await must(team.developer, 'promptUpdate', { id, description: 'Answers.', tags: ['x'] })
    const head = await commit(branch.id, GOOD)
    expect(await failed(key)).toEqual([])
    await commit(
      branch.id,
      GOOD.replace('    description: What is asked.\n', '').replace('    example: Why?\n', ''),
      head,
    )
    expect(await failed(key)).toEqual(['INPUTS_DESCRIBED', 'INPUTS_EXAMPLED'])
  })

  it('knows the token limit of the library', async () => {
    const { branch, key } = await create({ name: 'Long', description: 'Long.', tags: ['x'] })
    await commit(branch.id, `user:\n${'word '.repeat(200)}\n`)
    expect(await failed(key)).toEqual([])
    await must(team.admin, 'libraryUpdate', { id: team.id, tokenLimit: 150 })
    expect(await failed(key)).toEqual(['WITHIN_TOKEN_LIMIT'])
  })
})

describe('metadata as YAML', () => {
  it('tells everything, what people wrote as text', async () => {
    const part = await create({ name: 'Part', content: 'user:\nx\n' })
    await commit(part.branch.id, 'user:\nx\n')
    const { key, branch } = await create({
      name: 'yes',
      keyName: 'told',
      description: 'a: b # c',
      tags: ['1.0', 'legal'],
      owner: 'us',
    })
    await commit(branch.id, `---\nmodel: gpt-4o\n---\nuser:\n{{> ${part.key}}}\n`)
    const { prompt } = await inLibrary(`prompt(key: "${key}") { metadataYaml createdAt modifiedAt }`)
    expect(prompt.metadataYaml).toMatch(
      /^key: tasks-general-told\nname: "yes"\ndescription: "a: b # c"\ncategory: tasks\nsubcategory: general\nstatus: draft\nversion: 1\.0\.0\nowner: us\nauthor: Person \d+\ntags:\n {2}- "1\.0"\n {2}- legal\nmodel: gpt-4o\ntokenCount: \d+\ndependencies:\n {2}- tasks-general-part\n/,
    )
    expect(prompt.metadataYaml).toContain(
      `created: "${prompt.createdAt}"\nmodified: "${prompt.modifiedAt}"\n`,
    )
    expect(prompt.metadataYaml).toMatch(/custom: \{\}\n$/)
  })
})

describe('templates', () => {
  it('are those of every library and the committed prompts of their category', async () => {
    const own = await create({ name: 'Our start', category: 'templates', description: 'Ours' })
    await create({ name: 'Never committed', category: 'templates' })
    await commit(own.branch.id, 'user:\nOurs\n')
    const { templates } = await inLibrary('templates { id name description content prompt { key } }')
    expect(templates.map(({ name }: { name: string }) => name)).toEqual([
      'A small example',
      'Classifier',
      'Agent persona',
      'Extractor',
      'Our start',
    ])
    expect(templates[1]).toMatchObject({ id: 'classifier', prompt: null })
    expect(templates[4]).toEqual({
      id: own.id,
      name: 'Our start',
      description: 'Ours',
      content: 'user:\nOurs\n',
      prompt: { key: own.key },
    })
  })

  it('give a new prompt its text, and the audit log says which', async () => {
    const builtIn = await create({ name: 'From a template', templateId: 'extractor' })
    expect(builtIn.branch.document.content).toContain('Extract these fields')
    const source = await create({ name: 'Source' })
    await commit(source.branch.id, 'user:\nTo be copied\n')
    const copy = await create({ name: 'Copy', templateId: source.id })
    expect(copy.branch.document.content).toBe('user:\nTo be copied\n')
    const answer = await team.admin.query(
      `query ($id: ID!) { node(id: $id) { ... on Library { auditEntries(filter: { action: "prompt.create" }, first: 3) { edges { node { details } } } } } }`,
      { id: team.id },
    )
    const details = answer.data.node.auditEntries.edges.map(
      ({ node }: { node: { details: { template?: string } } }) => node.details.template,
    )
    expect(details).toEqual([`${source.key}@1.0.0`, undefined, 'extractor'])
  })

  it('are refused where there is nothing to copy, or a text is given too', async () => {
    const bare = await create({ name: 'Bare' })
    const attempt = async (more: object) =>
      (
        await mutate(team.developer, 'promptCreate', {
          libraryId: team.id,
          name: 'X',
          category: 'tasks',
          ...more,
        })
      ).__typename
    expect(await attempt({ templateId: bare.id })).toBe('ConflictError')
    expect(await attempt({ templateId: 'novel' })).toBe('NotFoundError')
    expect(await attempt({ templateId: 'extractor', content: 'user:\nx\n' })).toBe('ValidationError')
  })
})
