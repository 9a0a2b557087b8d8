/** What `npm start -- --help` says. */
import { type Inspected, inspectedIn } from '../../local/cloud'
import type { Spoken } from '../../local/stage'

export const USAGE: Spoken = {
  zh: `
  npm start    构建改过的部分，开一座演示商场，在浏览器里打开；Ctrl-C 关门，数据留着

    --inspect 函数[=端口]   这个云函数可以用调试器连上（默认 9229 端口），调试时没有时限；例如 --inspect member

  环境变量：
    PORT=6200           用这个端口；不写就从 5180 起找空的
    SHUKE_DATA=文件夹    商场的数据放在哪里；不写就是 .data/mall，删掉它就从头开始
    SHUKE_LANG=zh|en    终端里说中文还是英文；不写就跟系统
    SHUKE_NO_OPEN=1     不打开浏览器，只打印地址
`,
  en: `
  npm start    builds what has changed, opens a demo mall and shows it in the browser; Ctrl-C closes it, its data stays

    --inspect FUNCTION[=PORT]   a debugger may attach to this function (port 9229 unless said), which then has no time
                                limit; for example --inspect member

  Environment:
    PORT=6200           this port; otherwise the first free one from 5180
    SHUKE_DATA=FOLDER   where the mall keeps its data; otherwise .data/mall. Delete it to begin anew
    SHUKE_LANG=zh|en    what the terminal speaks; otherwise as the system does
    SHUKE_NO_OPEN=1     opens no browser, only prints the address
`,
}

export type Wish = 'help' | { inspect?: Inspected }

/** @returns null for anything that nobody would answer to. */
export function wishOf(args: readonly string[]): Wish | null {
  if (args.length === 0) return {}
  if (args.some((each) => each === '--help' || each === '-h')) return 'help'
  const [option, value = '', ...others] = args.flatMap((each) => each.split(/^(--inspect)=/).filter(Boolean))
  const inspect = option === '--inspect' && others.length === 0 ? inspectedIn(value) : null
  return inspect && { inspect }
}
