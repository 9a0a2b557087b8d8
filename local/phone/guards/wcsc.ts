/** Owns asking WeChat's own compiler of style sheets (of 2019, so stricter than today's) about a package's. */
import { compilersLeftOut, runCompiler } from './wechat-compiler'
import type { Refused } from './guard-package'

const COMPLAINT = /^(?:ERR: )?(\S+\.wxss)\((\d+):\d+\): (.*)$/gm

/** Nothing on a computer where it does not run: `compilersLeftOut` says so. */
export function wcscRefusals(dist: string, files: readonly string[]): Refused[] {
  const sheets = files.filter((file) => file.endsWith('.wxss'))
  if (compilersLeftOut() || sheets.length === 0) return []
  try {
    runCompiler('wcsc', dist, ['-lc', '-db', '-pc', String(sheets.length), ...sheets])
    return []
  } catch (error) {
    const said = (error as Error).message
    const refused = [...said.matchAll(COMPLAINT)].map(([, file = '', line = '', why = '']) => ({
      where: `${file}:${line}`,
      why: `wcsc: ${why}`,
    }))
    return refused.length > 0 ? refused : [{ where: 'wxss', why: `wcsc: ${said}` }]
  }
}
