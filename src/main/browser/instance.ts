import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answer } from '../../contract/wire.ts'
import { writeOwnFile } from '../targets/own-file.ts'

/*
 * A second start must not become a second writer: the first shell leaves a note in the data folder, readable by its
 * owner only, and the second start asks it for one more window.
 */

export interface InstanceNote {
  origin: string
  secret: string
}

export const handOverPath = '/hand-over'

/** Leaves the note; `remove` takes it away again. */
export async function leaveNote(dataDir: string, note: InstanceNote): Promise<{ remove(): Promise<void> }> {
  writeOwnFile(noteFile(dataDir), JSON.stringify(note))
  return {
    async remove() {
      // A later shell may have left its own note in the meantime.
      if ((await readNote(dataDir))?.secret === note.secret) await rm(noteFile(dataDir), { force: true })
    },
  }
}

/**
 * Asks a shell that already runs on this data folder to open `openPath` and to give a start address.
 * @returns null when none runs there
 */
export async function handOver(
  dataDir: string,
  openPath: string | undefined,
): Promise<Answer<string> | null> {
  const note = await readNote(dataDir)
  if (note === null) return null
  try {
    const response = await fetch(note.origin + handOverPath, {
      method: 'POST',
      headers: { authorization: `Bearer ${note.secret}` },
      body: JSON.stringify({ openPath }),
      signal: AbortSignal.timeout(20_000),
    })
    return response.ok ? ((await response.json()) as Answer<string>) : null
  } catch {
    // Nobody answers there: the note is left over from a shell that was killed.
    return null
  }
}

async function readNote(dataDir: string): Promise<InstanceNote | null> {
  try {
    const note: unknown = JSON.parse(await readFile(noteFile(dataDir), 'utf8'))
    return isNote(note) ? note : null
  } catch {
    // No note, or half a note: then no shell is known to run here.
    return null
  }
}

function isNote(note: unknown): note is InstanceNote {
  if (note === null || typeof note !== 'object' || !('origin' in note) || !('secret' in note)) return false
  return /^http:\/\/127\.0\.0\.1:\d+$/.test(String(note.origin)) && typeof note.secret === 'string'
}

function noteFile(dataDir: string): string {
  return join(dataDir, 'browser-shell.json')
}
