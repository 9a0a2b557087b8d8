/**
 * Packages inside the SDK that a cloud function never reaches: models, AI, browser adapters, XML and MIME tables.
 * They are replaced by a stand-in that loads at once and refuses by name when something calls it after all.
 * The tests that talk to the local cloud run on these very bundles.
 */
import type { Plugin } from 'esbuild'

export const LEFT_OUT: readonly string[] = [
  '@cloudbase/ai',
  '@cloudbase/wx-cloud-client-sdk',
  '@cloudbase/adapter-wx_mp',
  '@cloudbase/app',
  '@mattiasbuelens/web-streams-adapter',
  'web-streams-polyfill',
  'mime-db',
  'xml2js',
  'jsonwebtoken',
]

const standIn = (name: string): string => `
const refuse = () => { throw new Error(${JSON.stringify(`${name} is not part of this function's bundle`)}) }
const standIn = new Proxy(function () {}, {
  get: (target, key) => (key in target && key !== 'name' ? target[key] : key === '__esModule' ? false : key === Symbol.toPrimitive ? () => '' : standIn),
  apply: refuse,
  construct: refuse,
})
module.exports = standIn
`

export const leaveOut = (names: readonly string[] = LEFT_OUT): Plugin => ({
  name: 'leave-out',
  setup(build) {
    const filter = new RegExp(`^(${names.map((name) => name.replace(/[/.]/g, '\\$&')).join('|')})(/.*)?$`)
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: 'left-out' }))
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({
      contents: path.endsWith('.json') ? '{}' : standIn(path),
      loader: path.endsWith('.json') ? 'json' : 'js',
    }))
  },
})
