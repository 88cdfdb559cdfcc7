import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Tests wait for databases and sockets too, so that every core can have a worker.
    maxWorkers: '100%',
    // Loading the modules for each file anew would take a third of the time. Files keep apart by having their own database and
    // server, and no module keeps state that a test could notice.
    isolate: false,
    projects: [
      {
        // The web application leaves JSX to Next; here nobody else makes calls of it.
        oxc: { jsx: { runtime: 'automatic' } },
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'apps/{web,graphiql}/src/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'server',
          // Modules are loaded by Node itself, as in production: packages that ship two forms are not loaded twice.
          experimental: { viteModuleRunner: false },
          include: ['apps/server/src/**/*.test.ts'],
          environment: 'node',
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
