/** Owns how deep views may stand in each other before a Taro page goes on in a component of its own, and WeChat slows down. */
import fs from 'node:fs'
import path from 'node:path'

/** WeChat's advice for a page whose templates set no limit. */
const ADVISED = 30

/** Elements one inside the other, of the package in this folder. */
export function deepestView(dist: string): number {
  const base = path.join(dist, 'base.wxml')
  if (!fs.existsSync(base)) return ADVISED
  const levels = [...fs.readFileSync(base, 'utf8').matchAll(/<template name="tmpl_(\d+)_container"/g)]
  return Math.max(...levels.map(([, level]) => Number(level)), 0) || ADVISED
}
