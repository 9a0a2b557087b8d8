/**
 * The floor of a launch: what Taro's own template for React makes, one page with one line of text. Written, not kept, so
 * that nobody takes it for a second program; built with the same Taro, once for each lock file.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const ROOT = resolve(__dirname, '../..')
const FOLDER = join(ROOT, '.cache/bench/empty-program')

const FILES: Readonly<Record<string, readonly string[]>> = {
  'package.json': ['{ "name": "empty", "version": "1.0.0" }'],
  'config/index.js': [
    "module.exports = { projectName: 'empty', date: '2026-1-1', designWidth: 750,",
    '  deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },',
    "  sourceRoot: 'src', outputRoot: 'dist', framework: 'react', plugins: [], cache: { enable: false },",
    "  compiler: { type: 'webpack5', prebundle: { enable: false } },",
    '  mini: { postcss: { pxtransform: { enable: true, config: {} } } } }',
  ],
  'src/app.config.js': [
    "export default { pages: ['pages/index/index'], window: { backgroundTextStyle: 'light',",
    "  navigationBarBackgroundColor: '#fff', navigationBarTitleText: 'WeChat', navigationBarTextStyle: 'black' } }",
  ],
  'src/app.css': [''],
  'src/app.js': ["import './app.css'", 'export default ({ children }) => children'],
  'src/pages/index/index.config.js': ["export default { navigationBarTitleText: '首页' }"],
  'src/pages/index/index.css': [''],
  'src/pages/index/index.jsx': [
    "import { View, Text } from '@tarojs/components'",
    "import './index.css'",
    'export default function Index() {',
    "  return (<View className='index'><Text>Hello world!</Text></View>)",
    '}',
  ],
}

/** @returns the folder of the built program. */
export function emptyProgram(): string {
  const mark = join(FOLDER, 'built-from')
  const lock = readFileSync(join(ROOT, 'package-lock.json'))
  const wanted = createHash('sha256').update(JSON.stringify(FILES)).update(lock).digest('hex')
  const dist = join(FOLDER, 'dist')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return dist
  rmSync(FOLDER, { recursive: true, force: true })
  for (const [file, lines] of Object.entries(FILES)) {
    mkdirSync(dirname(join(FOLDER, file)), { recursive: true })
    writeFileSync(join(FOLDER, file), `${lines.join('\n')}\n`)
  }
  cpSync(join(ROOT, 'babel.config.js'), join(FOLDER, 'babel.config.js'))
  const taro = join(ROOT, 'node_modules/@tarojs/cli/bin/taro')
  const { status, stdout, stderr } = spawnSync(process.execPath, [taro, 'build', '--type', 'weapp'], {
    cwd: FOLDER,
    env: { ...process.env, NODE_ENV: 'production', FORCE_COLOR: '0' },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the empty program could not be built: ${stdout}${stderr}`)
  writeFileSync(mark, wanted)
  return dist
}
