import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import './page.css'
import { createRoot } from 'react-dom/client'
import { askServer } from './ask-server.ts'
import { findExampleIds } from './example-ids.ts'
import { Page } from './page.tsx'

const ids = await findExampleIds(askServer)
createRoot(document.getElementById('graphiql')!).render(<Page ids={ids} />)
