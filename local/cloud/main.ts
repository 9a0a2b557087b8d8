/** The command line of the local cloud: `tsx local/cloud/main.ts --help`. */
import { runCommandLine } from './command-line/run'

runCommandLine(process.argv.slice(2)).then(
  (code) => {
    // What was printed into a pipe is still on its way.
    if (process.stdout.writableLength === 0) process.exit(code)
    process.stdout.once('drain', () => process.exit(code))
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    process.exit(1)
  },
)
