/** The page of one phone. Everything visible is drawn by the runtime; fonts are only linked where the system has none. */
import path from 'node:path'

const WEIGHTS = [400, 500, 600]

export function phoneHtml(basePath: string, fontDirs: string[]): string {
  const sheets = fontDirs.flatMap((dir) =>
    WEIGHTS.map((weight) => `${basePath}/fonts/${path.basename(dir)}/${weight}.css`),
  )
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=390,user-scalable=no">
<title>手机</title>
${sheets.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n')}
</head>
<body>
<script>window.phoneBasePath=${JSON.stringify(basePath)};window.phoneFontSheets=${JSON.stringify(sheets)}</script>
<script src="${basePath}/package.js"></script>
<script src="${basePath}/runtime.js"></script>
</body>
</html>`
}
