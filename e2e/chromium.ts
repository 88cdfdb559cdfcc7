import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]
const PLACES = [
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Path of a Chromium: INCIPIT_CHROMIUM, one of this machine's, or the one Playwright downloaded; null when there is none. */
export function findChromium(env = process.env): string | null {
  if (env.INCIPIT_CHROMIUM) return env.INCIPIT_CHROMIUM
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((place) => NAMES.map((name) => join(place, name)))
  return (
    [...onPath, ...PLACES].find(isProgram) ??
    [chromium.executablePath()].find((path) => existsSync(path)) ??
    null
  )
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
