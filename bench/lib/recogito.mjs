import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { build } from 'vite'
import { inProject } from '../../scripts/lib/paths.mjs'

const types = /** @type {Record<string, string>} */ ({
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
})

/**
 * Builds the peer's page as a user of it would and serves it on loopback.
 * @param {string} folder for the build
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function servePeer(folder) {
  const outDir = join(folder, 'recogito')
  await build({
    root: inProject('bench/recogito'),
    logLevel: 'error',
    configFile: false,
    build: { outDir, emptyOutDir: true, minify: true, target: 'chrome120' },
  })
  return serve((path) => join(outDir, path === '/' ? 'index.html' : path))
}

/** Serves files to a browser on this machine. @param {(path: string) => string} fileOf */
export async function serve(fileOf) {
  const server = createServer((request, response) => {
    const file = fileOf(normalize(new URL(request.url ?? '/', 'http://127.0.0.1').pathname))
    const stream = createReadStream(file)
    stream.once('open', () => {
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
      stream.pipe(response)
    })
    stream.once('error', () => response.writeHead(404).end())
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() }
}
