import { readFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { profileSchema, type Settings, settingsSchema } from '../../contract/program.ts'
import { idSchema } from '../../domain/scalars.ts'
import { writeOwnFile } from '../targets/own-file.ts'

/** What the program remembers between starts, for one person on one machine. Nothing here belongs to a workspace. */
const rememberedSchema = z.strictObject({
  settings: settingsSchema.default(settingsSchema.parse({})),
  profile: profileSchema.extend({ id: idSchema }).nullable().default(null),
  /** Absolute paths, newest first. */
  recent: z
    .array(z.strictObject({ path: z.string(), openedAt: z.string() }))
    .max(50)
    .default([]),
})
export type Remembered = z.output<typeof rememberedSchema>

export interface Memory {
  get(): Remembered
  /** Merges and writes; a failed write is told by the promise and keeps the change for this run. */
  set(patch: Partial<Remembered>): Promise<void>
}

/**
 * Reads `settings.json` of the data folder. A file that is missing gives the defaults; one that does not
 * parse is put aside as `settings.damaged.json` before the first write, so that nothing of it is lost.
 */
export function openMemory(dataDir: string): Memory {
  const path = join(dataDir, 'settings.json')
  let { value, damaged } = readRemembered(path)
  let writing: Promise<void> = Promise.resolve()
  const write = async () => {
    if (damaged) {
      await rename(path, join(dataDir, 'settings.damaged.json'))
      damaged = false
    }
    writeOwnFile(path, `${JSON.stringify(value, null, 2)}\n`)
  }
  return {
    get: () => value,
    set(patch) {
      value = { ...value, ...patch }
      const next = writing.then(write)
      // The queue goes on after a failed write; the caller is told by its own promise.
      writing = next.catch(() => undefined)
      return next
    },
  }
}

/** The settings with a patch; layouts are merged key by key, so that two windows do not undo each other's. */
export function patchSettings(settings: Settings, patch: Partial<Settings>): Settings {
  return { ...settings, ...patch, layout: { ...settings.layout, ...patch.layout } }
}

function readRemembered(path: string): { value: Remembered; damaged: boolean } {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return { value: rememberedSchema.parse({}), damaged: false }
  }
  const parsed = rememberedSchema.safeParse(parseJson(text))
  return parsed.success
    ? { value: parsed.data, damaged: false }
    : { value: rememberedSchema.parse({}), damaged: true }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON at all: the schema refuses it and the file is put aside.
    return null
  }
}
