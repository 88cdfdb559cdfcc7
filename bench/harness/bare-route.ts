/** A Fastify server with one route that answers given JSON: what a list would cost if it were nothing but a list. */
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { fastify } from 'fastify'

const answer: unknown = JSON.parse(readFileSync(process.argv[2]!, 'utf8'))
const app = fastify()
app.post('/graphql', async () => answer)
await app.listen({ port: 0, host: '127.0.0.1' })
process.send!((app.server.address() as AddressInfo).port)
