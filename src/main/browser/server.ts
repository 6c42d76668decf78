import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { howToComeIn } from '../../contract/coming-in.ts'
import { envelopeType, packEnvelope } from '../../contract/envelope.ts'
import type { Answer, Push } from '../../contract/wire.ts'
import type { Program } from '../program/shell.ts'
import { plainHeaders } from '../shell-kit/content-policy.ts'
import { pageFile } from '../shell-kit/page-files.ts'
import type { Downloads } from './downloads.ts'
import { createListeners } from './events.ts'
import { handOverPath } from './instance.ts'
import { readRequest } from './request-body.ts'
import { bearer, createSession, sameSecret } from './session.ts'

export interface LoopbackServer {
  /** `http://127.0.0.1:<port>` */
  origin: string
  /** A start address. It opens the program in one browser, once. */
  startUrl(): string
  /** Takes no more connections, lets answers that are on their way arrive, and ends every connection. */
  close(): Promise<void>
}

/**
 * Serves one program to pages on this machine and to nobody else: bound to 127.0.0.1, with Host and Origin checked
 * against foreign pages and DNS rebinding, and a key that only a start address gives. The page's own files, which hold
 * nothing of anybody, are served without it.
 *
 * @param options.pages absolute path of the built renderer
 * @param options.onStarted told each start address that was used
 * @param options.onPages told the number of open pages whenever it changes
 * @param options.handOver lets a second start on this machine, which knows the secret, ask for a window
 */
export async function serveOnLoopback(options: {
  program: Pick<Program, 'request' | 'subscribe'>
  downloads: Downloads
  pages: string
  onStarted?: (startUrl: string) => void
  onPages: (count: number) => void
  handOver: { secret: string; open(path: string | undefined): Promise<Answer<string>> }
}): Promise<LoopbackServer> {
  const server = createServer()
  const port = await listen(server)
  const host = `127.0.0.1:${port}`
  const origin = `http://${host}`
  const startUrl = (token: string) => `${origin}/#start=${token}`
  const session = createSession((token) => options.onStarted?.(startUrl(token)))
  const listeners = createListeners(options.onPages)
  const unsubscribe = options.program.subscribe((push: Push) => listeners.send(push))

  const answering = new Set<ServerResponse>()

  server.on('request', (request, response) => {
    answering.add(response)
    response.once('close', () => answering.delete(response))
    answer(request, response).catch((error: unknown) => {
      console.error(`A request could not be answered: ${String(error)}`)
      if (response.headersSent) response.destroy()
      else refuse(response, 500, 'The program could not answer. Reload the window.')
    })
  })
  return {
    origin,
    startUrl: () => startUrl(session.issueToken()),
    async close() {
      unsubscribe()
      listeners.close()
      const closed = new Promise<void>((done) => server.close(() => done()))
      const answered = Promise.all([...answering].map((response) => once(response, 'close')))
      await Promise.race([answered, delay(patienceMs, undefined, { ref: false })])
      server.closeAllConnections()
      await closed
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.host !== host) return refuse(response, 421, 'This address is not served here.')
    if (request.method === 'POST' && request.url === handOverPath) return openAnother(request, response)
    if (!isFromHere(request, origin) && !isWayIn(request))
      return refuse(response, 403, 'Other pages may not talk to this program.')
    const url = URL.parse(origin + (request.url ?? '/'))
    if (url === null) return refuse(response, 400, 'This is no address.')
    const { method } = request
    const isAsking = url.pathname.startsWith('/download/') || asking.has(url.pathname)
    if (method === 'POST' && url.pathname === '/session') return exchange(request, response)
    if (isAsking && !session.knows(request.headers.authorization)) return refuse(response, 403, howToComeIn)
    if (method === 'POST' && url.pathname === '/request') return carry(request, response)
    if (method !== 'GET' && method !== 'HEAD') return refuse(response, 405, 'Not done here.')
    if (url.pathname === '/events') return listeners.add(response)
    if (url.pathname.startsWith('/download/'))
      return download(url.pathname.slice('/download/'.length), response)
    // Browsers ask for it by themselves; a page with an icon of its own names it.
    if (url.pathname === '/favicon.ico') return void response.writeHead(204, plainHeaders).end()
    const file = await pageFile(options.pages, url.pathname)
    response.writeHead(file.status, file.headers).end(file.body)
  }

  async function openAnother(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const known = sameSecret(bearer(request.headers.authorization), options.handOver.secret)
    // A page would show its Origin; a second start has none.
    if (!known || request.headers.origin !== undefined) return refuse(response, 403, howToComeIn)
    const { openPath } = (await json(request)) as { openPath?: string }
    const answered = await options.handOver.open(openPath)
    response
      .writeHead(200, { ...plainHeaders, 'content-type': 'application/json' })
      .end(JSON.stringify(answered))
  }

  function exchange(request: IncomingMessage, response: ServerResponse): void {
    const key = session.exchange(request.headers.authorization)
    if (key === null) {
      refuse(response, 403, howToComeIn)
      return
    }
    const headers = {
      ...plainHeaders,
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
    }
    response.writeHead(200, headers).end(key)
  }

  async function carry(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, answer: read } = await readRequest(request)
    const answered: Answer<unknown> = read.ok
      ? await options.program.request(read.value.name, read.value.input)
      : read
    const headers: Record<string, string> = {
      ...plainHeaders,
      'content-type': envelopeType,
      'cache-control': 'no-store',
    }
    // What was not read of a refused body must not be taken for the next request.
    if (!request.complete) headers.connection = 'close'
    response.writeHead(status, headers).end(packEnvelope(answered))
  }

  async function download(token: string, response: ServerResponse): Promise<void> {
    if (await options.downloads.send(token, response)) return
    refuse(response, 404, 'This export is not there any more. Export it again.')
  }
}

/** A page that reads its answer slowly, or not at all, holds up no end. */
const patienceMs = 2000

/** What needs the key; exports do too. */
const asking = new Set(['/request', '/events'])

/**
 * A page of another origin shows itself by its Origin header, or by Sec-Fetch-Site, which scripts cannot set. A
 * request that changes something must show its Origin.
 */
function isFromHere(request: IncomingMessage, origin: string): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (request.headers.origin !== undefined) return request.headers.origin === origin
  return request.method === 'GET' || request.method === 'HEAD'
}

/**
 * The start page of the person's own is a file, and so of another origin. It may open the program's page, as a link
 * may: without a start token nothing is to be had there.
 */
function isWayIn({ method, url, headers }: IncomingMessage): boolean {
  const opensAWindow = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  return method === 'GET' && url === '/' && headers.origin === undefined && opensAWindow
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  const headers = {
    ...plainHeaders,
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  }
  response.writeHead(status, { ...headers, connection: 'close' }).end(`${sentence}\n`)
}

function listen(server: Server): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port))
  })
}
