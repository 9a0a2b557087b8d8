/** The page that a phone shows is one that WeChat would show: not too deep, and drawn alike by WeChat's own compiler. */
import { compilersLeftOut, deepestView, depthOf, renderedPage, secondOpinion } from '../../local/phone'
import type { SecondOpinion } from '../../local/phone'
import { until, type Person } from './driver'
import { onDevTools } from './left-out'

const DIST = 'dist/weapp'
const SETTLED_WITHIN_MS = 3_000

let opinion: SecondOpinion | null = null
let saidThatLeftOut = false

/** @throws what stands against the page. What is being drawn just now is waited for. On DevTools WeChat draws it itself. */
export async function agreesWithWeChat({ phone }: Person): Promise<void> {
  if (onDevTools()) return
  const page = await renderedPage(phone.page)
  const depth = depthOf(page.tree)
  if (depth > deepestView(DIST)) throw new Error(`${page.path}: ${depth} views stand one inside the other`)
  const leftOut = compilersLeftOut()
  if (leftOut) {
    if (!saidThatLeftOut) process.stderr.write(`left out: pages are not drawn again by wcc. ${leftOut}\n`)
    saidThatLeftOut = true
    return
  }
  const ask = (opinion ??= secondOpinion(DIST))
  let objection: string | null = null
  await until(
    'agreement of wcc',
    async () => {
      objection = ask.objection(await renderedPage(phone.page))
      return objection === null
    },
    SETTLED_WITHIN_MS,
  ).catch((error: unknown) => {
    throw objection === null ? error : new Error(`wcc does not agree: ${objection}`)
  })
}
