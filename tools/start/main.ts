/** `npm start`: builds what has changed, opens the mall on `.data/mall`, shows it in the browser, until Ctrl-C. */
import { relative, resolve } from 'node:path'
import { openBrowser } from './open-browser'
import { type RunningMall, runMall } from './run-mall'
import { seconds } from './steps'
import { USAGE, wishOf } from './usage'
import { inTerminal, StartRefusal } from './words'

const ROOT = resolve(__dirname, '../..')
const say = (zh: string, en: string): void => console.log(inTerminal({ zh, en }))

let mall: RunningMall | null = null
let isClosing = false

function closeWhenAsked(): void {
  const close = () => {
    if (isClosing) process.exit(130)
    isClosing = true
    if (!mall) process.exit(0)
    say('\n  正在关门 …', '\n  Closing …')
    void mall.close().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, close)
}

async function main(): Promise<void> {
  const args = process.argv.slice(2)
  const wish = wishOf(args)
  if (wish === 'help') return console.log(inTerminal(USAGE))
  if (wish === null)
    throw new StartRefusal(
      { zh: `不认识 ${args.join(' ')}`, en: `Nothing is known about ${args.join(' ')}` },
      { zh: '能用什么：npm start -- --help', en: 'What can be said: npm start -- --help' },
    )
  const began = performance.now()
  const folder = resolve(ROOT, process.env.SHUKE_DATA ?? '.data/mall')
  const fromRoot = relative(ROOT, folder)
  const shown = fromRoot.startsWith('..') ? folder : fromRoot
  closeWhenAsked()
  say('\n  熟客 Shuke\n', '\n  Shuke 熟客\n')
  mall = await runMall({ folder, onPage: openBrowser, ...wish })
  const took = seconds(performance.now() - began)
  say(
    `\n  商场开着：${mall.url}  （${took}）\n  Ctrl-C 关门；数据留在 ${shown}\n`,
    `\n  The mall is open: ${mall.url}  (${took})\n  Ctrl-C closes it; its data stays in ${shown}\n`,
  )
  if (wish.inspect) {
    const { function: name, port } = wish.inspect
    say(
      `  调试器可以连上 ${name}：127.0.0.1:${port}（Chrome 里打开 chrome://inspect，或用编辑器的 attach）\n`,
      `  A debugger may attach to ${name} at 127.0.0.1:${port} (chrome://inspect, or an editor's attach)\n`,
    )
  }
}

main().catch((error: unknown) => {
  if (error instanceof StartRefusal) {
    if (error.output) console.error(`\n${error.output}`)
    console.error(`\n  ${inTerminal(error.reason)}\n  ${inTerminal(error.advice)}\n`)
  } else console.error(error)
  process.exit(1)
})
