import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UsageError } from './failure.ts'

/** Options and words of a command line. @throws UsageError for options there are not */
export function parseOptions<const O extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: O,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code?.startsWith('ERR_PARSE_ARGS')) throw new UsageError(message.split('. ')[0]!.replace(/\.?$/, '.'))
    throw error
  }
}
