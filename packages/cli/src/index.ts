export { runCli } from './run-cli.ts'
export type { Surroundings } from './surroundings.ts'
