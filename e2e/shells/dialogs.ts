import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'

/** What Electron's dialog functions give when the person chooses a path. */
export function chosen(dialog: 'open' | 'save', path: string): { method: string; value: unknown } {
  return dialog === 'open'
    ? { method: 'showOpenDialog', value: { canceled: false, filePaths: [path] } }
    : { method: 'showSaveDialog', value: { canceled: false, filePath: path } }
}

/** Runs what makes an export, with a save dialog that chooses a file in `folder`, and waits for the whole file. */
export async function exportedTo(
  folder: string,
  action: () => Promise<void>,
  choose: (path: string) => Promise<void>,
): Promise<{ path: string; name: string }> {
  const name = `export-${Date.now()}`
  const path = join(folder, name)
  await choose(path)
  await action()
  // An export is renamed into place when it is complete, so being there is being whole.
  await expect.poll(() => exists(path), { message: `No export came to ${path}` }).toBe(true)
  return { path, name }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    // Not yet.
    return false
  }
}
