import { resolve } from 'node:path'
import { z } from 'zod'
import { StartError } from './platform/errors.ts'

const flag = z.enum(['0', '1'], 'is 0 or 1').transform((value) => value === '1')
const url = (protocols: RegExp, what: string) => z.url({ protocol: protocols, error: `is ${what}` })

/** Every variable there is. The table in docs/configuration.md says the same in prose. */
const environment = z.object({
  PORT: z.coerce
    .number('is a port number')
    .int('is a whole number')
    .min(0, 'is 0 to 65535')
    .max(65535, 'is 0 to 65535')
    .default(3000),
  HOST: z.string().min(1, 'is an address').default('127.0.0.1'),
  DATABASE_URL: url(/^postgres(ql)?$/, 'an address like postgres://user:password@host:5432/name').optional(),
  REDIS_URL: url(/^rediss?$/, 'an address like redis://host:6379').optional(),
  INCIPIT_DATA: z.string().min(1, 'is a directory').default('./.data'),
  INCIPIT_URL: url(/^https?$/, 'the address people use, like https://prompts.example.org').optional(),
  INCIPIT_DEMO: flag.optional(),
  INCIPIT_LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
      'is trace, debug, info, warn, error or silent',
    )
    .default('info'),
  INCIPIT_TRUST_PROXY: flag.default(false),
  INCIPIT_RATE_LIMIT: z.coerce
    .number('is a number')
    .int('is a whole number')
    .min(0, 'is 0 or more')
    .default(200),
  INCIPIT_WEB: z.enum(['start', 'dev', 'off'], 'is start, dev or off').default('start'),
  OIDC_ISSUER: url(/^https?$/, 'the issuer’s address').optional(),
  OIDC_CLIENT_ID: z.string().min(1, 'is the client id').optional(),
  OIDC_CLIENT_SECRET: z.string().min(1, 'is the client secret').optional(),
  OIDC_LABEL: z.string().min(1).max(60).default('Single sign-on'),
})

/** Their names, in the order of that table. */
export const configurationVariables: readonly string[] = Object.keys(environment.shape)

export interface Config {
  readonly port: number
  readonly host: string
  readonly database: { readonly url: string } | { readonly directory: string }
  readonly redisUrl: string | null
  readonly publicUrl: string | null
  readonly demo: boolean
  readonly logLevel: string
  readonly trustProxy: boolean
  /** Requests a second for each caller; 0 for no limit. */
  readonly rateLimit: number
  readonly web: 'start' | 'dev' | 'off'
  readonly singleSignOn: SingleSignOnConfig | null
}

export interface SingleSignOnConfig {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly label: string
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/

/**
 * The configuration an environment describes.
 *
 * @throws StartError naming the first variable that is wrong. Never its value: it may be a secret.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  // An empty variable is an unset one: shells and compose files write both.
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const result = environment.safeParse(given)
  if (!result.success) {
    const [issue] = result.error.issues
    throw new StartError(
      `The environment variable ${String(issue!.path[0])} is not usable: it ${issue!.message.replace(/^is /, 'should be ')}. Correct or unset it.`,
    )
  }
  const values = result.data
  const loopback = LOOPBACK.test(values.HOST)
  const demo = values.INCIPIT_DEMO ?? (values.DATABASE_URL === undefined && loopback)
  if (demo && !loopback) {
    throw new StartError(
      'Demo mode lets anybody sign in, so it needs a loopback address: unset HOST, or set INCIPIT_DEMO=0.',
    )
  }
  return {
    port: values.PORT,
    host: values.HOST,
    database: values.DATABASE_URL
      ? { url: values.DATABASE_URL }
      : { directory: resolve(values.INCIPIT_DATA) },
    redisUrl: values.REDIS_URL ?? null,
    publicUrl: values.INCIPIT_URL?.replace(/\/+$/, '') ?? null,
    demo,
    logLevel: values.INCIPIT_LOG_LEVEL,
    trustProxy: values.INCIPIT_TRUST_PROXY,
    rateLimit: values.INCIPIT_RATE_LIMIT,
    web: values.INCIPIT_WEB,
    singleSignOn: singleSignOnOf(values),
  }
}

function singleSignOnOf(values: z.output<typeof environment>): SingleSignOnConfig | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values
  if (!issuer && !clientId && !clientSecret) return null
  if (!issuer || !clientId || !clientSecret) {
    throw new StartError(
      'Single sign-on needs OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET together. Set all three or none.',
    )
  }
  return { issuer, clientId, clientSecret, label: values.OIDC_LABEL }
}
