import { defineConfig } from 'vite'

/** The server gives the page's one script tag a nonce; everything else loads from there, so nothing may be preloaded by tags. */
export default defineConfig({
  base: '/graphql/assets/',
  build: {
    target: 'es2023',
    assetsDir: '.',
    modulePreload: false,
    // GraphiQL brings Monaco; it is one page, loaded by developers.
    chunkSizeWarningLimit: 8000,
  },
  worker: { format: 'es' },
})
