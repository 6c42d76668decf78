import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { manifestPath } from '../export/manifest.ts'
import type { ExportTarget } from '../program/shell.ts'
import { plainHeaders } from '../shell-kit/content-policy.ts'
import { secretValue } from './session.ts'

/** Exports of the browser shell: written to a private folder, fetched by the page that asked for them. */
export interface Downloads {
  /** A new place for an export. `suggestedName` comes from the page and decides no path. */
  target(suggestedName: string): Promise<ExportTarget>
  /** Sends a finished export. False when the token is unknown or the file is not written yet. */
  send(token: string, response: ServerResponse): Promise<boolean>
  /** Removes every export. */
  close(): Promise<void>
}

/** @param parent the folder in which the private folder is made; the system's folder for temporary files */
export async function createDownloads(parent = tmpdir()): Promise<Downloads> {
  const folder = await mkdtemp(join(parent, 'claimtrail-exports-'))
  const offered = new Map<string, { path: string; name: string }>()
  return {
    async target(suggestedName) {
      const [token, manifestToken] = [secretValue(), secretValue()]
      const name = safeName(suggestedName)
      await mkdir(join(folder, token), { mode: 0o700 })
      const path = join(folder, token, name)
      offered.set(token, { path, name })
      const manifest = manifestPath(path)
      offered.set(manifestToken, { path: manifest, name: basename(manifest) })
      return { path, downloadUrl: `/download/${token}`, manifestUrl: `/download/${manifestToken}` }
    },
    async send(token, response) {
      const offer = offered.get(token)
      const size = offer ? await sizeOf(offer.path) : null
      if (!offer || size === null) return false
      response.writeHead(200, {
        ...plainHeaders,
        'content-type': contentTypes[extname(offer.name).toLowerCase()] ?? 'application/octet-stream',
        'content-length': size,
        'content-disposition': `attachment; filename*=UTF-8''${encodeRfc5987(offer.name)}`,
        'cache-control': 'no-store',
      })
      await sendFile(offer.path, response)
      return true
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

const contentTypes: Record<string, string | undefined> = {
  '.md': 'text/markdown; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
}

const forbidden = new Set('<>:"/\\|?*\u007f')

/**
 * A name that every file system takes: no separators, no control characters, no leading dot, at most 180 bytes, which
 * leaves room for the ending of a manifest.
 */
function safeName(suggested: string): string {
  const signs = Array.from(suggested.toWellFormed(), (sign) =>
    sign < ' ' || forbidden.has(sign) ? ' ' : sign,
  )
  const plain = signs.join('').replace(/^[.\s]+|[.\s]+$/g, '')
  const ending = extname(plain).slice(0, 20)
  let stem = plain.slice(0, plain.length - ending.length).slice(0, 120 - ending.length)
  while (Buffer.byteLength(stem) > 160) stem = stem.slice(0, -1)
  return `${stem || 'export'}${ending}`.toWellFormed()
}

async function sendFile(path: string, response: ServerResponse): Promise<void> {
  try {
    await pipeline(createReadStream(path), response)
  } catch (error) {
    // The person broke the download off, or closed the window: nothing is wrong.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function encodeRfc5987(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
