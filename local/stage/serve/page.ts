/** The page itself and its scripts. The browser half is bundled once per start; what is on stage travels as data in the page. */
import { build } from 'esbuild'
import path from 'node:path'
import type { StageContent } from '../content'

export interface BundledPage {
  readonly script: string
  readonly style: string
}

export async function bundlePage(): Promise<BundledPage> {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, '../browser/main.ts')],
    outdir: 'stage',
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'warning',
  })
  const output = (extension: string) => outputFiles.find((file) => file.path.endsWith(extension))?.text ?? ''
  return { script: output('.js'), style: output('.css') }
}

/** Data inside a script element must not be able to end it. */
const asScriptData = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c')

export function pageHtml(content: StageContent, fontSheets: readonly string[]): string {
  const { mark, name, place } = content
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${name.zh} · ${place.zh}</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon(mark))}">
${fontSheets.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n')}
<link rel="stylesheet" href="/stage/page.css">
</head>
<body>
<noscript>这一页需要 JavaScript。</noscript>
<script>window.stageContent=${asScriptData(content)}</script>
<script src="/stage/page.js"></script>
</body>
</html>`
}

const icon = (mark: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="16" fill="#1f463c"/><text x="32" y="46" font-size="40" text-anchor="middle" fill="#fff" font-family="Songti SC,Noto Serif SC,serif" font-weight="700">${mark}</text></svg>`
