import { createServer } from 'node:http'

/* The least that a browser shell can be: an empty page on loopback. Prints its address. */

const server = createServer((_request, response) => {
  response
    .writeHead(200, { 'content-type': 'text/html' })
    .end('<!doctype html><title>Bare</title><p>Bare</p>')
})
server.listen(0, '127.0.0.1', () => {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  console.log(`http://127.0.0.1:${port}/`)
})
process.once('SIGTERM', () => process.exit(0))
