import { createReadStream, mkdirSync, readdirSync, rmSync, type Stats, statSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { formatByName } from '../../contract/export-formats.ts'
import { manifestPath } from '../export/manifest.ts'
import type { ExportTarget } from '../program/shell.ts'
import { plainHeaders } from '../shell-kit/content-policy.ts'
import { privateFolder } from '../targets/temporary.ts'
import { secretValue } from './session.ts'

/**
 * Exports of the browser shell: written to a private folder, fetched by the page that asked for them. They hold what
 * the workspace holds, so they go again: a minute after both files were fetched, some ten minutes after they were written,
 * and when a dozen newer ones are there.
 */
export interface Downloads {
  /** A new place for an export. `suggestedName` comes from the page and decides no path. */
  target(suggestedName: string): ExportTarget
  /** Sends a finished export. False when the token is unknown, the file is not written yet, or not there any more. */
  send(token: string, response: ServerResponse): Promise<boolean>
  /** Removes every export. */
  close(): void
}

export interface Keeping {
  /** Exports at a time. */
  most: number
  /** Milliseconds that an export is kept which was not fetched whole. */
  written: number
  /** Milliseconds after its file and its manifest were fetched. */
  fetched: number
}

const usual: Keeping = { most: 12, written: 600_000, fetched: 60_000 }

/** One export with its manifest. */
interface Kept {
  folder: string
  /** By token: where the file lies. */
  files: Map<string, string>
  /** Tokens of what was fetched to the end. */
  fetched: Set<string>
  timer?: NodeJS.Timeout
}

/** @param parent the folder in which the private folder is made; the system's folder for temporary files */
export function createDownloads(parent = tmpdir(), keeping = usual): Downloads {
  const folder = privateFolder('exports', parent)
  const kept = new Set<Kept>()
  return {
    target(suggestedName) {
      for (const old of [...kept].filter(isWritten).slice(0, Math.max(0, kept.size + 1 - keeping.most)))
        forget(old)
      const [token, manifestToken] = [secretValue(), secretValue()]
      const own = join(folder.path, token)
      mkdirSync(own, { mode: 0o700 })
      const path = join(own, safeName(suggestedName))
      const files = new Map([
        [token, path],
        [manifestToken, manifestPath(path)],
      ])
      const one: Kept = { folder: own, files, fetched: new Set() }
      kept.add(one)
      forgetAfter(one, keeping.written)
      return { path, downloadUrl: `/download/${token}`, manifestUrl: `/download/${manifestToken}` }
    },
    async send(token, response) {
      const one = [...kept].find(({ files }) => files.has(token))
      const path = one?.files.get(token)
      const found = path === undefined ? undefined : statOf(path)
      if (!one || path === undefined || !found) return false
      const name = basename(path)
      response.writeHead(200, {
        ...plainHeaders,
        'content-type': contentType(name),
        'content-length': found.size,
        'content-disposition': `attachment; filename*=UTF-8''${encodeRfc5987(name)}`,
        'cache-control': 'no-store',
      })
      if (await sendFile(path, response)) one.fetched.add(token)
      if (one.fetched.size === one.files.size) forgetAfter(one, keeping.fetched)
      return true
    },
    close() {
      for (const { timer } of kept) clearTimeout(timer)
      kept.clear()
      folder.end()
    },
  }

  function forgetAfter(one: Kept, milliseconds: number): void {
    clearTimeout(one.timer)
    one.timer = setTimeout(() => {
      // What takes longer to write than it would be kept is still in its folder under another name.
      if (isWritten(one) || !isBeingWritten(one)) forget(one)
      else forgetAfter(one, milliseconds)
    }, milliseconds)
    // A program that ends does not wait for it: closing removes them all.
    one.timer.unref()
  }

  function forget(one: Kept): void {
    clearTimeout(one.timer)
    kept.delete(one)
    rmSync(one.folder, { recursive: true, force: true })
  }
}

/** A folder that another hand has removed has nothing in it either. */
function isBeingWritten({ folder }: Kept): boolean {
  return statOf(folder) !== undefined && readdirSync(folder).length > 0
}

function isWritten({ files }: Kept): boolean {
  return [...files.values()].every((path) => statOf(path) !== undefined)
}

/** By what it is called: an export, or the manifest beside it. */
function contentType(name: string): string {
  if (extname(name).toLowerCase() === '.json') return 'application/json'
  return formatByName(name)?.mediaType ?? 'application/octet-stream'
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

/** False when it was broken off. */
async function sendFile(path: string, response: ServerResponse): Promise<boolean> {
  try {
    await pipeline(createReadStream(path), response)
    return true
  } catch (error) {
    // The person broke the download off, or closed the window: nothing is wrong.
    if ((error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE') return false
    throw error
  }
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false })
}

function encodeRfc5987(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
