/**
 * Owns the way from a built mini program (dist/weapp) to what the browser runs. The JavaScript is passed on byte for
 * byte; templates go through WeChat's open-source compiler, style sheets through postcss.
 */
import fs from 'node:fs'
import path from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import { BUILT_IN_TEMPLATES } from '../browser/built-ins/templates'
import type { CompiledPackage, JsonConfig } from './built-package'
import { compileWxss } from './wxss'

const SHARED_STYLES = new Set(['shared', 'page-shared'])

export function compilePackage(distDir: string): CompiledPackage {
  const startedAt = performance.now()
  if (!fs.existsSync(path.join(distDir, 'app.json'))) {
    throw new Error(`no mini program in ${distDir}: app.json is missing, build it first`)
  }
  const files = listFiles(distDir)
  const config: Record<string, JsonConfig> = {}
  const scripts: Record<string, string> = {}
  for (const file of files) {
    const read = () => fs.readFileSync(path.join(distDir, file), 'utf8')
    if (file.endsWith('.json')) config[withoutExtension(file)] = JSON.parse(read()) as JsonConfig
    else if (file.endsWith('.js')) scripts[withoutExtension(file)] = read()
  }
  const { templates, warnings } = compileTemplates(distDir, files)
  const { styles, scopes } = compileStyles(distDir, files, config)
  return { config, scripts, styles, scopes, templates, warnings, compileMs: performance.now() - startedAt }
}

export function listFiles(root: string, folder = ''): string[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name)
    return entry.isDirectory() ? listFiles(root, file) : [file]
  })
}

function withoutExtension(file: string): string {
  return file.slice(0, -path.extname(file).length)
}

function compileTemplates(distDir: string, files: string[]) {
  const group = new TmplGroup()
  const warnings: string[] = []
  const add = (name: string, source: string) => {
    for (const warning of group.addTmpl(name, source) as Iterable<unknown>)
      warnings.push(`${name}: ${show(warning)}`)
  }
  for (const file of files) {
    const read = () => fs.readFileSync(path.join(distDir, file), 'utf8')
    if (file.endsWith('.wxml')) add(withoutExtension(file), read())
    else if (file.endsWith('.wxs')) group.addScript(withoutExtension(file), read())
  }
  for (const [tag, template] of Object.entries(BUILT_IN_TEMPLATES)) add(`wx://${tag}`, template)
  const templates = group.getTmplGenObjectGroups()
  group.free()
  return { templates, warnings }
}

function show(warning: unknown): string {
  const message = (warning as { message?: unknown } | null)?.message
  return typeof message === 'string' ? message : JSON.stringify(warning)
}

function compileStyles(distDir: string, files: string[], config: Record<string, JsonConfig>) {
  const styles: Record<string, string> = {}
  const scopes: Record<string, string> = {}
  for (const file of files.filter((name) => name.endsWith('.wxss'))) {
    const name = withoutExtension(file)
    const own = config[name]
    const isolated = own?.component && name !== 'app' && !SHARED_STYLES.has(own.styleIsolation ?? '')
    if (isolated) scopes[name] = `c${Object.keys(scopes).length}`
    styles[name] = compileWxss(distDir, file, scopes[name])
  }
  return { styles, scopes }
}
