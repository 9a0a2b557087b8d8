/**
 * What `npm start` and `npm test` run first, with nothing installed yet: checks Node, installs what the lock file names
 * when it is missing or has changed, then hands over. Plain JavaScript without dependencies for that reason.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = 20
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const programs = { start: 'tools/start/main.ts', test: 'tools/test/main.ts' }

const [name, ...rest] = process.argv.slice(2)
const program = programs[name]
if (!program) stop(`usage: node tools/launch.mjs ${Object.keys(programs).join(' | ')}`)
if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE)
  stop(
    `Node ${process.versions.node} is too old: this needs Node ${OLDEST_NODE} or newer (https://nodejs.org).`,
  )

installWhatIsMissing()
const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
const child = spawn(process.execPath, [tsx, program, ...rest], { cwd: root, stdio: 'inherit' })
// Whoever ends this process means the program.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.once('exit', (status) => process.exit(status ?? 1))

function installWhatIsMissing() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const mark = join(root, 'node_modules/.installed-lock')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  const started = performance.now()
  console.log('Installing packages (npm ci), about two minutes the first time …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const flags = ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
  const { status: failed } = spawnSync(npm, flags, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (failed !== 0)
    stop(
      'npm ci failed: see above. Check the connection to the registry and the free space, then run this again.',
    )
  writeFileSync(mark, wanted)
  console.log(`Installed in ${Math.round((performance.now() - started) / 1000)} s.`)
}

function stop(words) {
  console.error(words)
  process.exit(1)
}
