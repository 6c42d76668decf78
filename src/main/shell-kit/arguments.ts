import { resolve } from 'node:path'
import type { Answer } from '../../contract/wire.ts'

export interface ShellArguments {
  /** Absolute path of the workspace to open, when one was named. */
  openPath?: string
  /** The browser shell goes on after its last window closed. */
  keep: boolean
  /** The browser shell opens no window, it prints the address. */
  noWindow: boolean
}

/**
 * Reads a shell's command line. Switches that Chromium and Electron add for themselves are passed over.
 * @param given the arguments after the program's own name
 * @param folder the folder that relative paths are relative to
 */
export function readArguments(given: string[], folder: string): Answer<ShellArguments> {
  const files = given.filter((argument) => !argument.startsWith('-') && argument !== '.')
  if (files.length > 1) {
    const message = `One workspace opens at a time, and ${files.length} files were named: ${files.join(', ')}.`
    return { ok: false, error: { code: 'arguments_too_many', message } }
  }
  const [file] = files
  const value = { keep: given.includes('--keep'), noWindow: given.includes('--no-window') }
  return { ok: true, value: file === undefined ? value : { ...value, openPath: resolve(folder, file) } }
}
