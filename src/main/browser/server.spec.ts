import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { envelopeType, packEnvelope, unpackEnvelope } from '../../contract/envelope.ts'
import { exportFormats } from '../../contract/export-formats.ts'
import type { Answer, Push } from '../../contract/wire.ts'
import type { ExportTarget } from '../program/shell.ts'
import { createDownloads, type Downloads } from './downloads.ts'
import { mostBodyBytes } from './request-body.ts'
import { type LoopbackServer, serveOnLoopback } from './server.ts'

interface Reply {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

let folder: string
let server: LoopbackServer
let downloads: Downloads
let asked: { name: string; input: unknown }[]
let push: (push: Push) => void
let pageCounts: number[]
let opened: (string | undefined)[]
let started: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimtrail-server-'))
  await mkdir(join(folder, 'pages', 'assets'), { recursive: true })
  await writeFile(join(folder, 'pages', 'index.html'), '<html><head><title>Pages</title></head></html>')
  await writeFile(join(folder, 'pages', 'assets', 'main-1a2b.js'), 'export {}')
  await writeFile(join(folder, 'secret.txt'), 'not for pages')
  downloads = createDownloads(folder)
  asked = []
  pageCounts = []
  opened = []
  started = []
  server = await serveOnLoopback({
    program: {
      request: async (name, input): Promise<Answer<unknown>> => {
        asked.push({ name, input })
        return { ok: true, value: { name, input } }
      },
      subscribe: (listener) => {
        push = listener
        return () => {}
      },
    },
    downloads,
    pages: join(folder, 'pages'),
    onStarted: (address) => started.push(address),
    onPages: (count) => pageCounts.push(count),
    handOver: {
      secret: 'known-to-the-second-start',
      open: async (path) => {
        opened.push(path)
        return { ok: true, value: server.startUrl() }
      },
    },
  })
})

afterEach(async () => {
  await server.close()
  downloads.close()
  await rm(folder, { recursive: true, force: true })
})

/** Speaks HTTP directly, so that every header can be forged. The path is sent as it stands, dots and all. */
async function call(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: Uint8Array | string } = {},
): Promise<Reply> {
  const { hostname, port } = new URL(server.origin)
  const sent = httpRequest({
    hostname,
    port,
    path,
    method: options.method ?? 'GET',
    headers: options.headers ?? {},
  })
  sent.end(options.body)
  const [response] = await once(sent, 'response')
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) }
}

function tokenOf(startUrl: string): string {
  return /#start=([\w-]{43})$/.exec(startUrl)![1]!
}

function exchange(token: string, headers: Record<string, string> = {}): Promise<Reply> {
  return call('/session', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, origin: server.origin, ...headers },
  })
}

/** Comes in by a new start address. @returns the header that a page then shows */
async function comeIn(): Promise<string> {
  const reply = await exchange(tokenOf(server.startUrl()))
  return `Bearer ${reply.body}`
}

async function ask(message: unknown, headers: Record<string, string> = {}) {
  return call('/request', {
    method: 'POST',
    headers: {
      authorization: await comeIn(),
      origin: server.origin,
      'content-type': envelopeType,
      ...headers,
    },
    body: message instanceof Uint8Array ? message : packEnvelope(message),
  })
}

describe('coming in', () => {
  it('exchanges a start address for a key, which no browser keeps or sends by itself', async () => {
    const reply = await exchange(tokenOf(server.startUrl()))
    expect(reply.status).toBe(200)
    expect(reply.body.toString()).toMatch(/^[\w-]{43}$/)
    expect(reply.headers['set-cookie']).toBeUndefined()
    expect(reply.headers['cache-control']).toBe('no-store')
  })

  it('carries the token where no server and no log sees it', () => {
    const { pathname, search, hash } = new URL(server.startUrl())
    expect([pathname, search]).toEqual(['/', ''])
    expect(hash).toMatch(/^#start=[\w-]{43}$/)
  })

  it('opens only once by the same address, and tells which was used', async () => {
    const address = server.startUrl()
    await exchange(tokenOf(address))
    expect(started).toEqual([address])
    const again = await exchange(tokenOf(address))
    expect(again.status).toBe(403)
    expect(again.body.toString()).toContain('Start Claimtrail again')
    expect(started).toEqual([address])
  })

  it.each(['', 'guess', 'a b'])('refuses the token %j', async (token) => {
    expect((await exchange(token)).status).toBe(403)
  })

  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1'])(
    'lets no page of %s exchange a token',
    async (origin) => {
      const token = tokenOf(server.startUrl())
      expect((await exchange(token, { origin })).status).toBe(403)
      expect((await exchange(token)).status).toBe(200)
    },
  )

  it('shows the page itself to anybody on this machine: there is nothing of anybody in it', async () => {
    for (const path of ['/', '/assets/main-1a2b.js']) expect((await call(path)).status).toBe(200)
  })

  it.each(['/events', '/download/x'])('shows nothing of %s without the key', async (path) => {
    expect((await call(path)).status).toBe(403)
  })

  it('refuses a request without the key or with a wrong one', async () => {
    for (const authorization of ['', 'Bearer guess', 'Bearer ', 'Basic guess']) {
      expect((await ask({ name: 'x' }, { authorization })).status).toBe(403)
    }
    expect(asked).toEqual([])
  })

  it('binds the loopback address only', () => {
    expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })
})

describe('foreign callers', () => {
  it.each(['localhost', 'evil.example', '127.0.0.1', '127.0.0.1:1'])(
    'are refused by Host: %s',
    async (host) => {
      const reply = await call('/', { headers: { host, authorization: await comeIn() } })
      expect(reply.status).toBe(421)
    },
  )

  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1'])(
    'are refused by Origin: %s',
    async (origin) => {
      expect((await ask({ name: 'x' }, { origin })).status).toBe(403)
      expect(asked).toEqual([])
    },
  )

  it('are refused where a request shows no Origin at all', async () => {
    const headers = { authorization: await comeIn(), 'content-type': envelopeType }
    const reply = await call('/request', { method: 'POST', headers, body: packEnvelope({ name: 'x' }) })
    expect(reply.status).toBe(403)
  })

  it.each(['cross-site', 'same-site'])('are refused by Sec-Fetch-Site: %s', async (site) => {
    const headers = { authorization: await comeIn(), 'sec-fetch-site': site }
    for (const path of ['/', '/assets/main-1a2b.js', '/events'])
      expect((await call(path, { headers })).status).toBe(403)
  })

  it('may open the program’s page in a window, as any link may, and nothing else', async () => {
    const from = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    const inWindow = { ...from, 'sec-fetch-dest': 'document' }
    expect((await call('/', { headers: inWindow })).status).toBe(200)
    expect((await call('/', { headers: { ...from, 'sec-fetch-dest': 'iframe' } })).status).toBe(403)
    for (const path of ['/assets/main-1a2b.js', '/events', '/download/x'])
      expect((await call(path, { headers: inWindow })).status).toBe(403)
  })

  it('get no permission to read across origins', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
    const reply = await call('/request', { method: 'OPTIONS', headers })
    expect(reply.status).toBe(403)
    expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('requests', () => {
  it('reach the program with their bytes and bring its answer back', async () => {
    const input = { files: [{ name: 'a.txt', bytes: new Uint8Array([0, 255, 10]) }] }
    const reply = await ask({ name: 'import.preview', input })
    expect(asked).toEqual([{ name: 'import.preview', input }])
    expect(unpackEnvelope(reply.body)).toEqual({ ok: true, value: { name: 'import.preview', input } })
  })

  it.each([
    ['no envelope', new Uint8Array([1, 2])],
    ['malformed JSON', new Uint8Array([2, 0, 0, 0, 123, 123])],
    ['a list', packEnvelope([])],
    ['no name', packEnvelope({ input: 1 })],
    ['a name that is no text', packEnvelope({ name: 7 })],
  ])('are refused when malformed: %s', async (_case, body) => {
    const reply = await ask(body)
    expect(reply.status).toBe(400)
    expect(unpackEnvelope(reply.body)).toMatchObject({ ok: false, error: { code: 'request_malformed' } })
    expect(asked).toEqual([])
  })

  it('are refused in a form that a foreign page could send without asking', async () => {
    const reply = await ask({ name: 'x' }, { 'content-type': 'text/plain' })
    expect(reply.status).toBe(415)
    expect(asked).toEqual([])
  })

  it('are refused by their announced size before a byte is read', async () => {
    const authorization = await comeIn()
    const { hostname, port } = new URL(server.origin)
    const socket = connect(Number(port), hostname)
    const head = [
      'POST /request HTTP/1.1',
      `Host: ${hostname}:${port}`,
      `Origin: ${server.origin}`,
      `Authorization: ${authorization}`,
      `Content-Type: ${envelopeType}`,
      `Content-Length: ${mostBodyBytes + 1}`,
    ]
    socket.write(`${head.join('\r\n')}\r\n\r\n`)
    const reply = (await buffer(socket)).toString()
    expect(reply).toMatch(/^HTTP\/1\.1 413 /)
    expect(reply).toContain('request_too_large')
    expect(reply).toContain('nothing was taken over')
  })

  it('are refused by their real size where none was announced', async () => {
    const authorization = await comeIn()
    const { hostname, port } = new URL(server.origin)
    const headers = {
      authorization,
      origin: server.origin,
      'content-type': envelopeType,
      'transfer-encoding': 'chunked',
    }
    const sent = httpRequest({ hostname, port, path: '/request', method: 'POST', headers })
    const answered = once(sent, 'response')
    const chunk = Buffer.alloc(16 * 1024 * 1024)
    // The server may hang up in the middle of the flood, after it has answered.
    sent.on('error', () => {})
    for (let size = 0; size <= mostBodyBytes; size += chunk.length) sent.write(chunk)
    const [response] = await answered
    expect(response.statusCode).toBe(413)
    expect(asked).toEqual([])
    sent.destroy()
  })

  it.each(['PUT', 'DELETE', 'PATCH'])('are not made by %s', async (method) => {
    const headers = { authorization: await comeIn(), origin: server.origin }
    expect((await call('/request', { method, headers })).status).toBe(405)
  })
})

describe('pages', () => {
  it('come under a strict policy, with a nonce of their own each time', async () => {
    const authorization = await comeIn()
    const first = await call('/', { headers: { authorization } })
    const policy = String(first.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toContain('unsafe')
    expect(first.headers['x-content-type-options']).toBe('nosniff')
    const nonce = /'nonce-([^']+)'/.exec(policy)![1]!
    expect(first.body.toString()).toContain(`<meta property="csp-nonce" nonce="${nonce}" />`)
    const second = await call('/', { headers: { authorization } })
    expect(second.headers['content-security-policy']).not.toContain(nonce)
  })

  it('have the type of their file', async () => {
    const reply = await call('/assets/main-1a2b.js', { headers: { authorization: await comeIn() } })
    expect(reply.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(reply.body.toString()).toBe('export {}')
  })

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '//secret.txt',
    '/%00',
    '/%zz',
    '/assets',
    '/nothing.js',
  ])('never come from outside their folder: %s', async (path) => {
    const reply = await call(path, { headers: { authorization: await comeIn() } })
    expect(reply.status).toBe(404)
    expect(reply.body.toString()).not.toContain('not for pages')
  })
})

describe('pushes', () => {
  it('reach every open page, and the pages are counted', async () => {
    const { hostname, port } = new URL(server.origin)
    const headers = { authorization: await comeIn() }
    const sent = httpRequest({ hostname, port, path: '/events', headers })
    sent.end()
    const [response] = await once(sent, 'response')
    expect(response.headers['content-type']).toBe('application/x-ndjson')
    expect(pageCounts).toEqual([1])
    const received = new Promise<string>((done) => {
      let text = ''
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString()
        if (text.includes('\n')) done(text)
      })
    })
    push({ kind: 'menu', command: 'undo' })
    expect(await received).toBe('{"kind":"menu","command":"undo"}\n')
    sent.destroy()
    await expect.poll(() => pageCounts).toEqual([1, 0])
  })
})

describe('exports', () => {
  it('are fetched by their address once they are written', async () => {
    const target = downloads.target('Troops: "a/b".csv')
    const headers = { authorization: await comeIn() }
    expect((await call(target.downloadUrl!, { headers })).status).toBe(404)
    await writeFile(target.path, 'a,b\r\n')
    const reply = await call(target.downloadUrl!, { headers })
    expect(reply.body.toString()).toBe('a,b\r\n')
    expect(reply.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''Troops%20%20%20a%20b%20.csv",
    )
  })

  it.each(Object.values(exportFormats))('say that they are $name', async ({ ending, mediaType }) => {
    const target = downloads.target(`Troops${ending}`)
    await writeFile(target.path, 'a')
    await writeFile(`${target.path}.manifest.json`, '{}')
    const headers = { authorization: await comeIn() }
    expect((await call(target.downloadUrl!, { headers })).headers['content-type']).toBe(mediaType)
    const manifest = await call(target.manifestUrl!, { headers })
    expect(manifest.headers['content-type']).toBe('application/json')
  })

  it('are not to be had by their address alone', async () => {
    const target = downloads.target('a.csv')
    await writeFile(target.path, 'a,b\r\n')
    const reply = await call(target.downloadUrl!)
    expect(reply.status).toBe(403)
    expect(reply.body.toString()).not.toContain('a,b')
  })

  it.each(['../../etc/passwd', '..', '', '.hidden', 'a\0b', '\ud800'])(
    'stay in their folder whatever their name: %j',
    async (name) => {
      const target = downloads.target(name)
      const token = target.downloadUrl!.slice('/download/'.length)
      const parent = dirname(target.path)
      expect(basename(parent)).toBe(token)
      expect(basename(dirname(parent))).toContain('claimtrail-exports-')
      expect(basename(target.path)).toMatch(/^[^./\\\0][^/\\\0]*$/)
    },
  )

  it('do not pile up: the oldest go when newer ones come, and those that were fetched go soon', async () => {
    const few = createDownloads(folder, { most: 3, written: 600_000, fetched: 1 })
    const write = async () => {
      const target = few.target('a.md')
      await writeFile(target.path, 'text')
      await writeFile(`${target.path}.manifest.json`, '{}')
      return target
    }
    const targets: ExportTarget[] = []
    for (let n = 0; n < 40; n += 1) targets.push(await write())
    const there = () => targets.filter(({ path }) => existsSync(path)).length
    expect(there()).toBe(3)
    expect(existsSync(targets.at(-1)!.path)).toBe(true)
    const shown = createServer((request, response) => void few.send(request.url!.slice(1), response))
    shown.listen(0, '127.0.0.1')
    await once(shown, 'listening')
    const { port } = shown.address() as AddressInfo
    for (const url of [targets.at(-1)!.downloadUrl!, targets.at(-1)!.manifestUrl!]) {
      await (await fetch(`http://127.0.0.1:${port}/${basename(url)}`)).text()
    }
    await expect.poll(there).toBe(2)
    shown.close()
    few.close()
    expect(there()).toBe(0)
  })

  it('have addresses that cannot be guessed', async () => {
    const target = downloads.target('a.md')
    await writeFile(target.path, 'text')
    const headers = { authorization: await comeIn() }
    for (const path of ['/download/', '/download/a.md', '/download/..%2f..%2fsecret.txt']) {
      expect((await call(path, { headers })).status).toBe(404)
    }
  })
})

describe('a second start', () => {
  const body = JSON.stringify({ openPath: '/a.claimtrail' })

  it('gets a start address by the secret of the note', async () => {
    const headers = { authorization: 'Bearer known-to-the-second-start' }
    const reply = await call('/hand-over', { method: 'POST', headers, body })
    expect(opened).toEqual(['/a.claimtrail'])
    const { value } = JSON.parse(reply.body.toString())
    expect((await exchange(tokenOf(value))).status).toBe(200)
  })

  it.each([
    ['without the secret', {}],
    ['with a wrong one', { authorization: 'Bearer guess' }],
    ['from a page', { authorization: 'Bearer known-to-the-second-start', origin: 'https://evil.example' }],
  ])('is refused %s', async (_case, headers: Record<string, string>) => {
    expect((await call('/hand-over', { method: 'POST', headers, body })).status).toBe(403)
    expect(opened).toEqual([])
  })
})
