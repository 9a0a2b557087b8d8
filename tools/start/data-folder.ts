/**
 * The folder of one mall: its data, its secret, and who runs it.
 * Invariant: at most one program runs a folder; a mall that was not opened to the end counts as not opened.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefusal } from './words'

const RUNNING = 'running.json'
const SECRET = 'secret'
const OPENED = 'opened'

interface Runner {
  readonly pid: number
  readonly url: string
}

export class DataFolder {
  constructor(readonly path: string) {
    try {
      mkdirSync(path, { recursive: true })
    } catch (error) {
      throw unwritable(path, error)
    }
  }

  /** Refuses when another program runs the folder. */
  claim(): void {
    const other = this.runner()
    if (other && isAlive(other.pid) && other.pid !== process.pid) throw inUse(this.path, other)
    this.write(RUNNING, JSON.stringify({ pid: process.pid, url: '' }))
  }

  tellWhere(url: string): void {
    this.write(RUNNING, JSON.stringify({ pid: process.pid, url }))
  }

  release(): void {
    if (this.runner()?.pid === process.pid) rmSync(this.file(RUNNING), { force: true })
  }

  /** Made once and kept, so that codes and keys of this mall stay good. */
  secret(): string {
    if (!existsSync(this.file(SECRET))) this.write(SECRET, randomBytes(32).toString('hex'))
    return readFileSync(this.file(SECRET), 'utf8')
  }

  get isOpened(): boolean {
    return existsSync(this.file(OPENED))
  }

  set isOpened(isOpened: boolean) {
    if (isOpened) this.write(OPENED, '')
    else rmSync(this.file(OPENED), { force: true })
  }

  private runner(): Runner | null {
    try {
      return JSON.parse(readFileSync(this.file(RUNNING), 'utf8')) as Runner
    } catch {
      return null
    }
  }

  private write(name: string, text: string): void {
    try {
      writeFileSync(this.file(name), text, { mode: 0o600 })
    } catch (error) {
      throw unwritable(this.path, error)
    }
  }

  private file(name: string): string {
    return join(this.path, name)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function inUse(path: string, { pid, url }: Runner): StartRefusal {
  const where = url || `pid ${pid}`
  return new StartRefusal(
    {
      zh: `熟客已经在运行（${where}），用的是 ${path}`,
      en: `Shuke is already running (${where}) on ${path}`,
    },
    {
      zh: `${url ? `在浏览器里打开 ${url}；` : ''}要重新启动，先在它的终端按 Ctrl-C（进程 ${pid}）；要再开一个，用 SHUKE_DATA=.data/other npm start`,
      en: `${url ? `Open ${url} in a browser; ` : ''}to start anew, press Ctrl-C in its terminal first (process ${pid}); for a second one, SHUKE_DATA=.data/other npm start`,
    },
  )
}

function unwritable(path: string, error: unknown): Error {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC')
    return new StartRefusal(
      { zh: '磁盘没有空间了', en: 'The disk is full' },
      {
        zh: `空出大约 200 MB，再运行一次 npm start（数据在 ${path}）`,
        en: `Free about 200 MB and run npm start again (the data is in ${path})`,
      },
    )
  return new StartRefusal(
    { zh: `写不进 ${path}（${message}）`, en: `Cannot write to ${path} (${message})` },
    {
      zh: '检查文件夹的权限，或用 SHUKE_DATA 指到别处',
      en: 'Check the folder’s permissions, or name another one with SHUKE_DATA',
    },
  )
}
