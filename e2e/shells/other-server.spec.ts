import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportBriefAs } from '../steps.ts'
import { expect, test } from './fixtures.ts'

/*
 * Another server on this machine, on another port: cookies of 127.0.0.1 reach it. It keeps every header that a browser
 * sends to it, and then plays the page of the program with all of them and an Origin of its choice.
 */

test.describe('another server on this machine', { tag: '@browser' }, () => {
  let other: Server
  let heard: { url: string; headers: IncomingHttpHeaders }[]
  let address: string

  test.beforeEach(async () => {
    heard = []
    other = createServer((request, response) => {
      heard.push({ url: request.url ?? '', headers: request.headers })
      response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Another server</title>')
    })
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
    address = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`
  })
  test.afterEach(() => new Promise<void>((done) => void other.close(() => done())))

  test('hears nothing from a browser that lets it play the page', async ({ app }) => {
    const program = new URL(app.page.url())
    const asked = app.page.waitForRequest(/\/download\//)
    await app.page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Brief' }).click()
    await app.collectExport(() => exportBriefAs(app.page, 'Markdown'))
    const download = new URL((await asked).url()).pathname

    const page = await app.page.context().newPage()
    await page.goto(address)
    // Also as a page that the program's own window has gone to.
    await app.page.goto(address)
    await page.evaluate((to) => fetch(to, { mode: 'no-cors', credentials: 'include' }), `${address}again`)
    await expect.poll(() => heard.map(({ url }) => url)).toContain('/again')
    expect(heard.map(({ headers }) => headers.referer ?? '').join('')).not.toContain(program.port)

    for (const { headers } of heard) {
      const played = {
        ...headers,
        host: program.host,
        origin: program.origin,
        'sec-fetch-site': 'same-origin',
      }
      expect(await statusOf(program, '/request', 'POST', played)).toBe(403)
      expect(await statusOf(program, '/session', 'POST', played)).toBe(403)
      expect(await statusOf(program, '/events', 'GET', played)).toBe(403)
      // Even an address of an export that it should not know helps it nothing.
      expect(await statusOf(program, download, 'GET', played)).toBe(403)
    }
  })

  test('reads nothing of the program’s and sends nothing to it', async ({ app }) => {
    const program = new URL('/', app.page.url()).href
    const page = await app.page.context().newPage()
    await page.goto(address)
    const tried = await page.evaluate(async (to) => {
      const asked = [fetch(to), fetch(`${to}events`), fetch(`${to}request`, { method: 'POST', body: 'x' })]
      return (await Promise.allSettled(asked)).map(({ status }) => status)
    }, program)
    expect(tried).toEqual(['rejected', 'rejected', 'rejected'])
  })
})

function statusOf(
  { hostname, port }: URL,
  path: string,
  method: string,
  headers: IncomingHttpHeaders,
): Promise<number> {
  return new Promise((done, fail) => {
    const sent = httpRequest({ hostname, port, path, method, headers }, (response) => {
      response.resume()
      done(response.statusCode ?? 0)
    })
    sent.on('error', fail)
    sent.end()
  })
}
