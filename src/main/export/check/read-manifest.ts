import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Answer } from '../../../contract/wire.ts'
import { type Manifest, manifestSchema, maxManifestBytes } from '../manifest.ts'

/** Reads a manifest, which may be anything: its problems are `file_missing`, `not_a_manifest` and `newer_manifest`. */
export async function readManifest(path: string): Promise<Answer<Manifest>> {
  const there = fileThere(path)
  if (!there.ok) return there
  if (there.value.bytes > maxManifestBytes) return noManifest('it is far too large')
  let read: unknown
  try {
    read = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return noManifest('it is cut short or no JSON')
    throw error
  }
  const newer = newerSchema.safeParse(read)
  if (newer.success && newer.data.formatVersion > 1) {
    const message = `A newer version of Claimtrail wrote this manifest (format ${newer.data.formatVersion}; this one knows 1). Update Claimtrail to check it.`
    return { ok: false, error: { code: 'newer_manifest', message } }
  }
  const parsed = manifestSchema.safeParse(read)
  if (parsed.success) return { ok: true, value: parsed.data }
  const { path: where, message } = parsed.error.issues[0]!
  return noManifest(where.length > 0 ? `“${where.join('.')}” is not as it should be (${message})` : message)
}

/** The size of a file, or why there is none. */
export function fileThere(path: string): Answer<{ bytes: number }> {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isFile()) return { ok: true, value: { bytes: found.size } }
  const message = found ? `${path} is no file.` : `There is no file ${path}.`
  return { ok: false, error: { code: 'file_missing', message: `${message} Nothing was checked.` } }
}

/** SHA-256 of a file's bytes, 64 lower-case hexadecimal digits. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

const newerSchema = z.object({
  format: z.literal('claimtrail export manifest'),
  formatVersion: z.int(),
})

function noManifest(why: string): Answer<never> {
  return {
    ok: false,
    error: {
      code: 'not_a_manifest',
      message: `This is not the manifest of a Claimtrail export: ${why}. Nothing was checked; choose the .manifest.json that was written with the file, or export again.`,
    },
  }
}
