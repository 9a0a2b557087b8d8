/** What comes over the socket, and from whom: bounded, judged, and answered. */
import net from 'node:net'
import { attack, attackedCloud, leavesNothing, send } from './attacked-cloud'

attack()

describe('over the socket', () => {
  const url = () => new URL(attackedCloud().url)

  /** Sends a head and then a piece again and again, until the other side has had enough. */
  function keepSending(head: string, piece: string): Promise<{ answer: string; sent: number }> {
    return new Promise((resolve) => {
      const socket = net.connect(Number(url().port), '127.0.0.1')
      let [answer, sent, isOver] = ['', 0, false]
      const more = () => {
        while (piece && !isOver && sent < 400e6) {
          sent += piece.length
          if (!socket.write(piece)) return
        }
      }
      socket.on('connect', () => {
        socket.write(head)
        more()
      })
      socket.on('drain', more)
      socket.on('data', (chunk) => (answer += String(chunk)))
      socket.on('error', () => undefined)
      socket.on('close', () => {
        isOver = true
        resolve({ answer, sent })
      })
    })
  }
  const post = (rest: string) => `POST /admin HTTP/1.1\r\nHost: 127.0.0.1:1\r\n${rest}\r\n\r\n`

  it('stops listening to a body that does not end', async () => {
    const piece = `10000\r\n${'x'.repeat(0x10000)}\r\n`
    const before = process.memoryUsage().rss
    const { answer, sent } = await leavesNothing(() => keepSending(post('Transfer-Encoding: chunked'), piece))
    expect(answer).toMatch(/^HTTP\/1\.1 413 [^]*larger than 16777216 bytes/)
    expect(sent).toBeLessThan(200e6)
    expect(process.memoryUsage().rss - before).toBeLessThan(300e6)
  })

  it('does not even wait for a body that says it is too large', async () => {
    const { answer } = await leavesNothing(() =>
      keepSending(post('Content-Length: 99999999999'), 'x'.repeat(9999)),
    )
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  })

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', /^HTTP\/1\.1 400/],
    ['a header of 100,000 characters', post(`x: ${'x'.repeat(100_000)}`), /^HTTP\/1\.1 431/],
    ['two lengths', post('Content-Length: 1\r\nContent-Length: 2'), /^HTTP\/1\.1 400/],
    [
      'an address that cannot be read',
      `GET //[::x]:y/%ff HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n`,
      /^HTTP\/1\.1 404/,
    ],
    [
      'a way out of the functions folder',
      'GET /http/..%2f..%2fecho HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 404/,
    ],
  ])('answers %s', async (_what, text, expected) => {
    const { answer } = await leavesNothing(() => keepSending(text, ''))
    expect(answer).toMatch(expected)
  })

  it('listens on this machine’s own address only', () => {
    expect(url().hostname).toBe('127.0.0.1')
  })
})

describe('who may call', () => {
  const health = async (headers: Record<string, string>, path = '/control/health', method = 'GET') =>
    new Promise<number>((resolve, reject) => {
      const socket = net.connect(Number(new URL(attackedCloud().url).port), '127.0.0.1')
      const lines = Object.entries({
        host: new URL(attackedCloud().url).host,
        connection: 'close',
        ...headers,
      })
      socket.write(
        `${method} ${path} HTTP/1.1\r\n${lines.map(([n, v]) => `${n}: ${v}`).join('\r\n')}\r\n\r\n`,
      )
      socket.once('data', (chunk) => resolve(Number(String(chunk).slice(9, 12))))
      socket.once('error', reject)
    })
  const port = () => new URL(attackedCloud().url).port

  it('answers its own pages, by both of its names', async () => {
    expect(await health({})).toBe(200)
    expect(await health({ origin: attackedCloud().url })).toBe(200)
    expect(await health({ host: `localhost:${port()}`, origin: `http://localhost:${port()}` })).toBe(200)
  })

  it.each([
    ['another host', { host: 'evil.example' }],
    ['a host that begins well', { host: '127.0.0.1.evil.example' }],
    ['another site', { origin: 'https://evil.example' }],
    ['another program of this machine', { origin: 'http://localhost:5173' }],
    ['a page without origin', { origin: 'null' }],
    [
      'a script that a page of another site loads',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    ],
    ['a picture of another port', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }],
  ])('refuses %s, in reading and in changing', async (_who, headers) => {
    expect(await health(headers)).toBe(403)
    expect(await leavesNothing(() => health(headers, '/control/reset', 'POST'))).toBe(403)
  })

  it('refuses instants beyond time, and leaves the clock alone', async () => {
    const before = attackedCloud().clock.now()
    for (const instant of ['1e300', '-5', 'Infinity', '999999999999999'])
      expect(await health({ 'x-local-clock': instant }, '/http/echo')).toBe(400)
    for (const move of [{ now: 1e300 }, { now: -1 }, { shiftMs: 1e17 }, { now: null }])
      expect(await send('/control/clock', JSON.stringify(move))).toMatchObject({ status: 400 })
    expect(Math.abs(attackedCloud().clock.now() - before)).toBeLessThan(60_000)
  })

  it.each(['null', '[]', '"x"', '{', '5'])(
    'refuses the body %s at the doors of people and tools',
    async (body) => {
      const headers = { 'x-local-openid': 'oTest' }
      expect(await leavesNothing(() => send('/client/callFunction', body, headers))).toMatchObject({
        status: 400,
      })
      expect(await leavesNothing(() => send('/control/clock', body))).toMatchObject({ status: 400 })
    },
  )
})
