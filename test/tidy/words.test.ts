/** Words have a home: what people read stands in `src/text`, in every language in which they may read it. */
import { filesBelow, importsOf } from './tree'

const code = filesBelow(['src/pages', 'src/components', 'src/client'], ['.ts', '.tsx', '.scss']).filter(
  // What WeChat reads at build time: it cannot follow a choice, and our pages draw their own bar.
  ({ path }) => !path.endsWith('.config.ts'),
)

const STAFF = 'src/pages/assistant/'
const CHINESE = /[\u3400-\u9fff]/
const PUNCTUATION = /[，。、；：？！「」]/

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1')

test('no page, component or client code has a Chinese word in it', () => {
  const lines = code.flatMap(({ path, text }) =>
    withoutComments(text)
      .split('\n')
      .filter((line) => CHINESE.test(line) || (!path.startsWith(STAFF) && PUNCTUATION.test(line)))
      .map((line) => `${path}: ${line.trim()}`),
  )
  expect(lines).toEqual([])
})

test('words of one language are reached through the dictionary of all; only the pages of staff name Chinese', () => {
  const direct = code.flatMap(importsOf).filter(({ to }) => /^src\/text\/(zh-cn|en)\//.test(to))
  expect(direct.length).toBeGreaterThan(0)
  expect(direct.map(({ from }) => from).filter((from) => !from.startsWith(STAFF))).toEqual([])
})

test('the pages of staff say days and failures in Chinese, whatever the phone speaks', () => {
  const OWN = ['src/pages/assistant/figures.ts', 'src/pages/assistant/failure-words.ts']
  const stray = code
    .filter(({ path }) => path.startsWith(STAFF) && !OWN.includes(path))
    .flatMap(importsOf)
    .filter(({ to }) =>
      /^src\/(client\/error-text|components\/(day-words|activity-words)|text\/(?!zh-cn\/))/.test(to),
    )
  expect(stray.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
})
