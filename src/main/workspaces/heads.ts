import { readFileSync, realpathSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { KnownHead } from '../../domain/head.ts'
import { sha256 } from '../engine/log/hash.ts'
import { writeOwnFile } from '../targets/own-file.ts'

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)
const keptSchema = z.strictObject({
  /** For a person who looks into the folder; the file's name is made of it. */
  path: z.string(),
  seq: z.int().min(1),
  hash: hashSchema,
  first: hashSchema,
  seenAt: z.string(),
})

/**
 * The last head seen of each workspace, by the file's real path, outside the file: what tells that an older copy, or
 * another history, was put in its place. A file of its own for each, so that a window and the command line do not
 * overwrite what the other remembers. One that cannot be read counts as never seen.
 */
export interface Heads {
  get(path: string): KnownHead | null
  remember(path: string, head: KnownHead): void
  /** For a path at which a new file is made. */
  forget(path: string): void
}

/** Keeps them in the folder `heads` of the data folder, for its owner alone. */
export function openHeads(dataDir: string): Heads {
  const folder = join(dataDir, 'heads')
  const fileOf = (path: string) => join(folder, `${sha256(realPath(path)).slice(0, 32)}.json`)
  return {
    get(path) {
      const parsed = keptSchema.safeParse(readJson(fileOf(path)))
      if (!parsed.success) return null
      const { seq, hash, first } = parsed.data
      return { seq, hash, first }
    },
    remember(path, { seq, hash, first }) {
      const kept = { path: realPath(path), seq, hash, first, seenAt: new Date().toISOString() }
      writeOwnFile(fileOf(path), `${JSON.stringify(kept, null, 2)}\n`)
    },
    forget: (path) => rmSync(fileOf(path), { force: true }),
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    // A file that is not there yet, or no more, has no other name.
    return resolve(path)
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // Never seen, or unreadable: nothing can be compared.
    return null
  }
}
