/** The page that a phone shows is one that WeChat would show: not too deep, and drawn alike by WeChat's own compiler. */
import type { SecondOpinion } from '../../local/phone'
import { until, type Person } from './driver'
import { onDevTools } from './left-out'
import { kept } from './running'

const DIST = 'dist/weapp'
const SETTLED_WITHIN_MS = 3_000

let opinion: SecondOpinion | null = null
let saidThatLeftOut = false

/** @throws what stands against the page. What is being drawn just now is waited for. On DevTools WeChat draws it itself. */
export async function agreesWithWeChat({ phone }: Person): Promise<void> {
  if (onDevTools()) return
  const { compilersLeftOut, deepestView, depthOf, renderedPage, secondOpinion } = kept().phone
  let page = await renderedPage(phone.page)
  const depth = depthOf(page.tree)
  if (depth > deepestView(DIST)) throw new Error(`${page.path}: ${depth} views stand one inside the other`)
  const leftOut = compilersLeftOut()
  if (leftOut) {
    if (!saidThatLeftOut) process.stderr.write(`left out: pages are not drawn again by wcc. ${leftOut}\n`)
    saidThatLeftOut = true
    return
  }
  const ask = (opinion ??= secondOpinion(DIST))
  let objection = ask.objection(page)
  if (objection === null) return
  await until(
    'agreement of wcc',
    async () => {
      page = await renderedPage(phone.page)
      objection = ask.objection(page)
      return objection === null
    },
    SETTLED_WITHIN_MS,
  ).catch((error: unknown) => {
    throw objection === null ? error : new Error(`wcc does not agree: ${objection}`)
  })
}
