import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit'
import { GraphiQL } from 'graphiql'
import { createClient } from 'graphql-ws'
import { asSent } from './as-sent.ts'
import { ENDPOINT, HEADERS, SOCKET } from './ask-server.ts'
import type { ExampleIds } from './example-ids.ts'
import { examples } from './examples.ts'
import mark from './mark.svg'

const send = createGraphiQLFetcher({
  url: ENDPOINT,
  headers: HEADERS,
  wsClient: createClient({ url: SOCKET, retryAttempts: 5 }),
})
const fetcher: Fetcher = (params, options) => send(...asSent(params, options))

/** GraphiQL with one tab for each example; what somebody wrote before is kept instead. */
export function Page({ ids }: { ids: ExampleIds }) {
  return (
    <GraphiQL fetcher={fetcher} defaultEditorToolsVisibility="variables" {...startWith(ids)}>
      <GraphiQL.Logo>
        <a className="page-logo" href="/" title="Back to Incipit">
          <img src={mark} width="22" height="22" alt="" />
          Incipit
        </a>
      </GraphiQL.Logo>
    </GraphiQL>
  )
}

/** GraphiQL shows the query of the first of its default tabs, but not the variables: both are given. */
function startWith(ids: ExampleIds) {
  if (localStorage.getItem('graphiql:tabState')) return {}
  const tabs = examples.map(({ query, variables }) => ({
    query,
    variables: JSON.stringify(variables(ids), null, 2),
  }))
  return { defaultTabs: tabs, initialQuery: tabs[0]!.query, initialVariables: tabs[0]!.variables }
}
