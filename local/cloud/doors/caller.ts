/**
 * Who may call. Invariant: this machine only, by a name of this machine, and no web page but the cloud's own and those
 * that it was told to answer.
 */
import type { IncomingMessage } from 'node:http'

/** What a name of this machine looks like: another name that leads here belongs to somebody else's page. */
const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i

export type Caller = { refused: string } | { origin: string | null }

/** Signed addresses of files, and functions behind HTTP: public in production as well. */
const PUBLIC = /^\/(storage|http)\//

export function judgeCaller({ headers, url = '' }: IncomingMessage, origins: readonly string[]): Caller {
  const { host = '', origin } = headers
  if (!LOCAL_HOST.test(host)) return { refused: 'the local cloud is called by a name of this machine only' }
  if (origin === undefined) {
    // A picture, a script or a link of another page has no origin; the browser says where it comes from.
    const isForeign = /^(cross-site|same-site)$/.test(String(headers['sec-fetch-site'] ?? ''))
    const isVisit = headers['sec-fetch-mode'] === 'navigate'
    return isForeign && !isVisit && !PUBLIC.test(url) ? { refused: ANSWERED } : { origin: null }
  }
  if (origin === `http://${host}` || origins.includes(origin)) return { origin }
  return { refused: ANSWERED }
}

const ANSWERED = 'the local cloud answers its own pages, and those whose origin it was started with'
