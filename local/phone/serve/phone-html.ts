/** The page of one phone. Everything visible is drawn by the runtime; fonts are only linked where the system has none. */
import path from 'node:path'
import type { Surroundings } from '../browser/settings'

const WEIGHTS = [400, 500, 600]

export function phoneHtml(around: Omit<Surroundings, 'fontSheets'>, fontDirs: string[]): string {
  const { basePath } = around
  const fontSheets = fontDirs.flatMap((dir) =>
    WEIGHTS.map((weight) => `${basePath}/fonts/${path.basename(dir)}/${weight}.css`),
  )
  // Inside a script no value may end it.
  const surroundings = JSON.stringify({ ...around, fontSheets }).replace(/</g, '\\u003c')
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=390,user-scalable=no">
<title>手机</title>
${fontSheets.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n')}
</head>
<body>
<script>window.phoneSurroundings=${surroundings}</script>
<script src="${basePath}/package.js"></script>
<script src="${basePath}/runtime.js"></script>
</body>
</html>`
}
