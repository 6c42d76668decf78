import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readArguments } from './arguments.ts'

describe("a shell's command line", () => {
  it('opens nothing in particular when it is empty', () => {
    expect(readArguments([], '/here')).toEqual({ ok: true, value: { keep: false, noWindow: false } })
  })

  it("resolves a file from the caller's folder", () => {
    const read = readArguments(['--keep', 'day one.claimtrail'], '/here')
    const openPath = resolve('/here', 'day one.claimtrail')
    expect(read).toEqual({ ok: true, value: { keep: true, noWindow: false, openPath } })
  })

  it('passes over the switches of Electron and the folder of the program', () => {
    const read = readArguments(['--no-sandbox', '.', '--no-window', '/a.claimtrail'], '/here')
    expect(read).toEqual({
      ok: true,
      value: { keep: false, noWindow: true, openPath: resolve('/a.claimtrail') },
    })
  })

  it('refuses two files with a sentence that names them', () => {
    const read = readArguments(['a.claimtrail', 'b.claimtrail'], '/here')
    expect(read).toMatchObject({ ok: false, error: { code: 'arguments_too_many' } })
    expect(read.ok ? '' : read.error.message).toContain('a.claimtrail, b.claimtrail')
  })
})
