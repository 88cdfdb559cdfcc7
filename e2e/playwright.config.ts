import { defineConfig } from '@playwright/test'
import { findChromium } from './chromium.ts'

const executablePath = findChromium()

/**
 * In a real Chromium against the real server, which `start-server.ts` starts once for the run: journeys, what people do, and
 * tours, how all pages look and behave whatever the database is.
 */
export default defineConfig({
  projects: [
    { name: 'journeys', testDir: './journeys' },
    { name: 'tours', testDir: './tours' },
  ],
  outputDir: '../test-results/artifacts',
  globalSetup: './start-server.ts',
  fullyParallel: false,
  // Two or three browsers and the server share two cores already.
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.E2E_BASE_URL,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    // Traces cost more than the journeys themselves.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath && { executablePath }),
      // Chromium refuses its sandbox to root; the rest keeps it from calling home.
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
