/**
 * Owns what a phone page loads over HTTP: the page itself, the runtime, the compiled mini program and its files, and
 * the way through to the cloud. One handler serves any number of phones; a new build is noticed at the next load.
 */
import fs from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { apiNames } from '../compile/api-names'
import { compilePackage, listFiles } from '../compile/package'
import { bundleRuntime } from './bundle'
import { passToCloud } from './cloud-passage'
import { phoneHtml } from './phone-html'

export interface PhoneHandlerOptions {
  /** folder of the built mini program */
  dist: string
  cloudUrl: string
  basePath?: string
  /** folders of @fontsource packages, for computers without a Chinese font */
  fontDirs?: string[]
  /** titles of subscribe message templates by their id, for WeChat's sheet; with them an unknown id is refused */
  subscribeTitles?: Readonly<Record<string, string>>
}

export type PhoneHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html;charset=utf-8',
  '.css': 'text/css;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.json': 'application/json;charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/** Answers whether the request was one for a phone. */
export function phoneHandler(options: PhoneHandlerOptions): PhoneHandler {
  const { dist, cloudUrl, basePath = '/phone', fontDirs = [], subscribeTitles } = options
  const packageScript = packageScriptOf(dist)
  return async (request, response) => {
    const pathname = decodeURIComponent(new URL(request.url ?? '/', 'http://phone').pathname)
    if (pathname !== basePath && !pathname.startsWith(`${basePath}/`)) return false
    const name = pathname.slice(basePath.length + 1)
    try {
      if (name === '') send(response, phoneHtml({ basePath, cloudUrl, subscribeTitles }, fontDirs), '.html')
      else if (name === 'runtime.js') send(response, await bundleRuntime(), '.js')
      else if (name === 'package.js') send(response, packageScript(), '.js')
      else if (name.startsWith('cloud/'))
        await passToCloud(cloudUrl, name.slice('cloud/'.length), request, response)
      else if (name.startsWith('package/')) sendFile(response, dist, name.slice('package/'.length))
      else if (name.startsWith('fonts/')) sendFont(response, fontDirs, name.slice('fonts/'.length))
      else response.writeHead(404).end()
    } catch (error) {
      response.writeHead(500, { 'content-type': 'text/plain;charset=utf-8' }).end((error as Error).message)
    }
    return true
  }
}

/** By the folder of the build: phones that come one after the other are served what was compiled for the first. */
const packageScripts = new Map<string, () => string>()

function packageScriptOf(dist: string): () => string {
  const folder = path.resolve(dist)
  const known = packageScripts.get(folder) ?? servedPackage(folder)
  packageScripts.set(folder, known)
  return known
}

function servedPackage(dist: string): () => string {
  let stamp = ''
  let script = ''
  const names = apiNames()
  return () => {
    const current = stampOf(dist)
    if (current === stamp) return script
    const { templates, warnings, compileMs: _compileMs, ...data } = compilePackage(dist)
    for (const warning of warnings) console.warn(`wxml: ${warning}`)
    // Templates are code; everything else travels as data.
    script = `window.phonePackage=${JSON.stringify({ ...data, apiNames: names })};window.phonePackage.templates=${templates}`
    stamp = current
    return script
  }
}

function stampOf(dist: string): string {
  if (!fs.existsSync(dist)) return 'absent'
  return listFiles(dist)
    .map((file) => {
      const { mtimeMs, size } = fs.statSync(path.join(dist, file))
      return `${file}:${mtimeMs}:${size}`
    })
    .join()
}

function send(response: ServerResponse, body: string | Buffer, extension: string): void {
  const type = CONTENT_TYPES[extension] ?? 'application/octet-stream'
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
}

function sendFile(response: ServerResponse, root: string, name: string): void {
  const file = path.join(root, path.normalize(`/${name}`))
  if (!fs.existsSync(file) || !fs.statSync(file).isFile()) response.writeHead(404).end()
  else send(response, fs.readFileSync(file), path.extname(file).toLowerCase())
}

function sendFont(response: ServerResponse, fontDirs: string[], name: string): void {
  const [folder = '', ...rest] = name.split('/')
  const root = fontDirs.find((dir) => path.basename(dir) === folder)
  if (root) sendFile(response, root, rest.join('/'))
  else response.writeHead(404).end()
}
