/**
 * Owns what stands on a phone's page as a tree: the data of the page and what was drawn from it, taken in one moment, so
 * that somebody else can draw the same data and compare.
 */
import type { Page } from 'playwright-core'

/** Text, or an element by its tag without `wx-`. */
export type Drawn = string | DrawnElement

export interface DrawnElement {
  readonly tag: string
  /** Classes that the program gave it, each once, by the alphabet: their order means nothing. */
  readonly classes: string
  readonly inside: readonly Drawn[]
}

export interface RenderedPage {
  /** Of the page, from the package's folder without ending. */
  readonly path: string
  readonly data: object
  readonly tree: readonly Drawn[]
}

/**
 * Runs in the browser, where names of this file do not exist. Some built-ins are leaves, whatever the phone draws in them;
 * a custom tab bar is none of the page's data.
 */
const READ = `(async () => {
  const LEAVES = ['input', 'textarea', 'image', 'canvas', 'rich-text', 'progress', 'switch', 'icon']
  const read = (node, into) => {
    if (node.nodeType === 3 && node.nodeValue.trim()) {
      if (typeof into.at(-1) === 'string') into.push(into.pop() + node.nodeValue)
      else into.push(node.nodeValue)
    }
    if (node.nodeType !== 1) return
    const isOwn = node.tagName.startsWith('WX-')
    const tag = node.tagName.slice(3).toLowerCase()
    const inside = isOwn ? [] : into
    if (!isOwn || !LEAVES.includes(tag)) for (const child of node.childNodes) read(child, inside)
    const classes = [...node.classList].filter((name) => !/^(__\\w+|c\\d+)--/.test(name)).sort().join(' ')
    if (isOwn) into.push({ tag, classes, inside })
  }
  const { pageId, path } = await phone.agent('App.getCurrentPage', {})
  const { data } = await phone.agent('Page.getData', { pageId })
  const tree = []
  for (const node of document.querySelector('iframe.current').contentDocument.body.childNodes)
    if (node.tagName !== 'WX-CUSTOM-TAB-BAR') read(node, tree)
  return { path, data, tree }
})()`

/** As the classes of what is drawn. */
export const inOrder = (classes: string): string =>
  [...new Set(classes.split(/\s+/).filter(Boolean))].sort().join(' ')

export const renderedPage = (page: Page): Promise<RenderedPage> => page.evaluate<RenderedPage>(READ)

/** How many elements stand one inside the other, at most. */
export const depthOf = (tree: readonly Drawn[]): number =>
  Math.max(0, ...tree.map((each) => (typeof each === 'string' ? 0 : 1 + depthOf(each.inside))))

/** Where two trees differ first, in words; null when they do not. */
export function differenceOf(ours: readonly Drawn[], theirs: readonly Drawn[], at = ''): string | null {
  for (let n = 0; n < Math.max(ours.length, theirs.length); n += 1) {
    const [a, b] = [ours[n], theirs[n]]
    const here = `${at}[${n}]`
    if (a === undefined || b === undefined || typeof a === 'string' || typeof b === 'string') {
      if (a !== b) return `${here}: ${shown(a)} here, ${shown(b)} there`
      continue
    }
    if (a.tag !== b.tag || a.classes !== b.classes) return `${here}: ${shown(a)} here, ${shown(b)} there`
    const inside = differenceOf(
      a.inside,
      b.inside,
      `${here} ${a.tag}${a.classes && `.${a.classes.replace(/ /g, '.')}`}`,
    )
    if (inside) return inside
  }
  return null
}

function shown(drawn: Drawn | undefined): string {
  if (drawn === undefined) return 'nothing'
  return typeof drawn === 'string' ? JSON.stringify(drawn) : `<${drawn.tag} class="${drawn.classes}">`
}
