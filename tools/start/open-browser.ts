/** Opens the visitor's browser, where there is one; whether it worked is nobody's concern. */
import { spawn } from 'node:child_process'

export function openBrowser(url: string, env: NodeJS.ProcessEnv = process.env): void {
  const command = commandFor(process.platform, env)
  if (!command) return
  const [program, ...before] = command
  const child = spawn(program as string, [...before, url], { stdio: 'ignore', detached: true })
  child.once('error', () => undefined)
  child.unref()
}

export function commandFor(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] | null {
  if (env.CI || env.SHUKE_NO_OPEN || env.SSH_CONNECTION) return null
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['cmd', '/c', 'start', '']
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : null
}
