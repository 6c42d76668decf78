import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import { freshNonce, pageHeaders, plainHeaders } from './content-policy.ts'

export interface PageFile {
  status: 200 | 404
  headers: Record<string, string>
  body: Uint8Array<ArrayBuffer>
}

/**
 * Answers one address of the program's own page from the folder of the built renderer. Only files inside that folder
 * and of a known kind are served, whatever the address says.
 *
 * @param folder absolute path of the built renderer
 * @param pathname the path of the address, percent-encoded, from untrusted hands
 */
export async function pageFile(folder: string, pathname: string): Promise<PageFile> {
  const file = fileInside(folder, pathname)
  const type = file === null ? undefined : contentTypes[extname(file)]
  const body = file === null || type === undefined ? null : await readIfThere(file)
  if (body === null || type === undefined) return notFound
  if (type === contentTypes['.html']) return page(body)
  const headers = { ...plainHeaders, 'content-type': type, 'cache-control': cacheControl(pathname) }
  return { status: 200, headers, body }
}

const contentTypes: Record<string, string | undefined> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

const notFound: PageFile = {
  status: 404,
  headers: { ...plainHeaders, 'content-type': 'text/plain; charset=utf-8' },
  body: new TextEncoder().encode('There is nothing at this address.\n'),
}

function fileInside(folder: string, pathname: string): string | null {
  const decoded = decode(pathname)
  if (decoded === null || decoded.includes('\0') || decoded.includes('\\')) return null
  const root = resolve(folder)
  const file = resolve(join(root, decoded === '/' ? 'index.html' : decoded))
  return file.startsWith(root + sep) ? file : null
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    // A broken percent sign names no file.
    return null
  }
}

async function readIfThere(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await readFile(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return null
    throw error
  }
}

function page(html: Uint8Array): PageFile {
  const nonce = freshNonce()
  const meta = `<head>\n    <meta property="csp-nonce" nonce="${nonce}" />`
  const body = new TextEncoder().encode(new TextDecoder().decode(html).replace('<head>', meta))
  const headers = {
    ...pageHeaders(nonce),
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  }
  return { status: 200, headers, body }
}

/** Built files under assets/ carry a hash in their name, so a copy of one never goes stale. */
function cacheControl(pathname: string): string {
  return pathname.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store'
}
