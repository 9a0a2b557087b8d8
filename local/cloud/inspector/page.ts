/** The inspector's page: bundled when it is first asked for, served by the cloud itself, framed by nobody. */
import { build } from 'esbuild'
import path from 'node:path'
import type { DoorAnswer, DoorRequest } from '../doors/door'

let bundled: Promise<{ script: string; style: string }> | undefined

export async function inspectorPage({ path: asked, method }: DoorRequest): Promise<DoorAnswer | null> {
  if (method !== 'GET') return null
  if (asked === '/inspector' || asked === '/inspector/') return page('text/html', HTML)
  if (asked === '/inspector/page.js') return page('text/javascript', (await (bundled ??= bundle())).script)
  if (asked === '/inspector/page.css') return page('text/css', (await (bundled ??= bundle())).style)
  return null
}

function page(type: string, body: string): DoorAnswer {
  const headers = {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'x-frame-options': 'DENY',
    'content-security-policy':
      "default-src 'self'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'",
  }
  return { status: 200, headers, body }
}

async function bundle(): Promise<{ script: string; style: string }> {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, 'browser', 'main.ts')],
    outdir: 'inspector',
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  })
  const output = (ending: string) => outputFiles.find((file) => file.path.endsWith(ending))?.text ?? ''
  return { script: output('.js'), style: output('.css') }
}

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="16" fill="#1f463c"/><text x="32" y="46" font-size="38" text-anchor="middle" fill="#fff" font-family="Songti SC,Noto Serif SC,serif" font-weight="700">云</text></svg>`

const HTML = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>本机的云</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(ICON)}">
<link rel="stylesheet" href="/inspector/page.css">
</head>
<body>
<noscript>这一页需要 JavaScript。</noscript>
<script src="/inspector/page.js"></script>
</body>
</html>`
