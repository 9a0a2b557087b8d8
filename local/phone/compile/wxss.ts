/**
 * Owns wxss → CSS. A tag becomes its wx- element, `page` the body, an isolated component's classes get its prefix.
 * Dark mode is rewritten from a media query to an attribute of the page, with no change of specificity: the theme
 * is the phone's, never the computer's.
 */
import fs from 'node:fs'
import path from 'node:path'
import postcss, { type AtRule, type Rule } from 'postcss'
import selectorParser from 'postcss-selector-parser'
import { withSafeAreas } from './rpx'
import { isFormula } from './selectors'

const HTML_TAGS = new Set(['html', 'from', 'to'])
const SCHEME = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/

export function compileWxss(root: string, file: string, prefix?: string, seen = new Set<string>()): string {
  const absolute = path.join(root, file)
  if (seen.has(absolute) || !fs.existsSync(absolute)) return ''
  seen.add(absolute)
  const sheet = postcss.parse(fs.readFileSync(absolute, 'utf8'), { from: file })
  let imported = ''
  sheet.walkAtRules('import', (rule) => {
    const target = /["']([^"']+)["']/.exec(rule.params)?.[1]
    if (target) imported += compileWxss(root, resolveImport(file, target), prefix, seen)
    rule.remove()
  })
  const rewrite = selectorRewriter(prefix)
  sheet.walkRules((rule) => {
    if (!isKeyframe(rule)) rule.selector = rewrite.processSync(rule.selector)
  })
  sheet.walkAtRules('media', useThemeOfPhone)
  sheet.walkAtRules((rule) => {
    rule.params = withSafeAreas(rule.params)
  })
  sheet.walkDecls((declaration) => {
    declaration.value = withSafeAreas(declaration.value)
  })
  return imported + sheet.toString()
}

function resolveImport(from: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(from), target)
}

function isKeyframe(rule: Rule): boolean {
  return rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name)
}

function selectorRewriter(prefix?: string) {
  return selectorParser((selectors) => {
    selectors.walkTags((tag) => {
      if (!HTML_TAGS.has(tag.value) && !isFormula(tag))
        tag.value = tag.value === 'page' ? 'body' : `wx-${tag.value}`
    })
    if (!prefix) return
    selectors.walkClasses((name) => {
      name.value = `${prefix}--${name.value}`
    })
    selectors.walkPseudos((pseudo) => {
      if (pseudo.value !== ':host') return
      const host = {
        attribute: 'wx-host',
        operator: '=' as const,
        value: prefix,
        quoteMark: '"' as const,
        raws: {},
      }
      pseudo.replaceWith(selectorParser.attribute(host))
    })
  })
}

function useThemeOfPhone(media: AtRule): void {
  const theme = SCHEME.exec(media.params)?.[1]
  if (!theme) return
  media.walkRules((rule) => {
    if (isKeyframe(rule)) return
    rule.selectors = rule.selectors.map((one) => `:where(html[data-theme=${theme}]) ${one}`)
  })
  const rest = media.params
    .replace(SCHEME, '')
    .replace(/^\s*and\s+|\s+and\s*$/g, '')
    .trim()
  if (rest && rest !== 'screen') media.params = rest
  else media.replaceWith(media.nodes ?? [])
}
