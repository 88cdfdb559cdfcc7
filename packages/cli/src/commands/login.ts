import type { Command } from '../command.ts'
import { writeLogin } from '../config-file.ts'
import { Failure, UsageError } from '../failure.ts'
import { DEFAULT_URL, serverUrl } from '../find-login.ts'
import { createAsk } from '../graphql.ts'
import { parseOptions } from '../parse-options.ts'

const HELP = `incipit login [URL]

Stores the address of a server and an API key for it, after trying them out. Only you can read the file.
The key is asked for and not shown; it can also come through a pipe or from INCIPIT_API_KEY.
An admin makes keys on the page API keys of a library.

  URL   the server; else INCIPIT_URL, else ${DEFAULT_URL}
`

interface WhoAmI {
  readonly viewer: {
    readonly apiKey: { readonly name: string } | null
    readonly libraries: { readonly edges: readonly { readonly node: { readonly slug: string } }[] }
  } | null
}

export const loginCommand: Command = {
  name: 'login',
  summary: 'store the server and API key to use',
  help: HELP,
  async run(args, surroundings) {
    const { positionals } = parseOptions(args, {})
    if (positionals.length > 1) throw new UsageError('One address is enough.')
    const { env, out, configFile } = surroundings
    const url = serverUrl(positionals[0] || env.INCIPIT_URL || DEFAULT_URL)
    const apiKey = env.INCIPIT_API_KEY || (await surroundings.readSecret(`API key for ${url}: `))
    if (!apiKey) throw new Failure('No API key was given. Make one on the page API keys of a library.')
    const login = { url, apiKey }
    const { viewer } = await createAsk(
      surroundings,
      login,
    )<WhoAmI>('{ viewer { apiKey { name } libraries(first: 1) { edges { node { slug } } } } }')
    if (!viewer) throw new Failure(`${url} does not know this key. Check it, or make a new one.`)
    writeLogin(configFile, login)
    const library = viewer.libraries.edges[0]?.node.slug
    out(
      `Logged in to ${url}${library ? `, library ${library}` : ''}${viewer.apiKey ? `, as ${viewer.apiKey.name}` : ''}.\n`,
    )
    return 0
  },
}
