import { copyFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { alter } from '../engine/file/alter.fixture.ts'
import { bytesIn } from '../engine/file/folder-bytes.fixture.ts'
import { openWorkspace } from '../engine/file/open.ts'
import { session, terminal } from './cli.fixture.ts'

type Terminal = ReturnType<typeof terminal>

/** Every command that only reads, with what it prints as a part. */
const readers: [string, (path: string) => string[], string][] = [
  ['log', (path) => ['log', path], 'Desk'],
  ['log --json', (path) => ['log', path, '--json'], '"seq":1'],
  ['search', (path) => ['search', path, 'soldiers'], 'soldiers'],
  ['export', (path) => ['export', path, '--table', 'claims'], '8000'],
  ['export --as-of', (path) => ['export', path, '--table', 'claims', '--as-of', '4'], '8000'],
  ['export --brief', (path) => ['export', path, '--brief', 'Daily'], 'Daily'],
  ['export --replay', (path) => ['export', path, '--replay'], '<html'],
  ['changes', (path) => ['changes', path, '--from', '1'], 'soldiers'],
  ['verify', (path) => ['verify', path], ''],
]

async function made(): Promise<{ shell: Terminal; path: string }> {
  const shell = terminal()
  onTestFinished(shell.remove)
  mkdirSync(shell.path('place'))
  const path = shell.path('place/w.claimtrail')
  await shell.run(['new', path])
  expect((await shell.run(['apply', path], session)).exit).toBe(0)
  return { shell, path }
}

const states: [string, (path: string) => void][] = [
  ['as it was closed', () => {}],
  [
    'with work that a killed program left',
    (path) => {
      const opened = openWorkspace(path)
      opened.db.exec("INSERT INTO view_state VALUES ('a', 'b', '1')")
      for (const ending of ['', '-wal']) copyFileSync(path + ending, `${path}.kept${ending}`)
      opened.close()
      for (const ending of ['', '-wal']) copyFileSync(`${path}.kept${ending}`, path + ending)
      expect(statSync(`${path}-wal`).size).toBeGreaterThan(0)
    },
  ],
  [
    'with the tables of an older program',
    (path) => alter(path, "DROP TABLE tags; UPDATE fold_state SET shape = 'older', applied_seq = 2"),
  ],
  [
    'of the format before',
    (path) =>
      alter(
        path,
        "DROP TABLE parent; PRAGMA user_version = 1; PRAGMA journal_mode = DELETE; UPDATE fold_state SET shape = 'older'",
      ),
  ],
  ['with noise as its journal', (path) => writeFileSync(`${path}-journal`, 'noise '.repeat(999))],
]

describe.each(states)('given a workspace %s', (state, spoil) => {
  test.each(readers)('%s answers, and changes neither the file nor its folder', async (name, words, part) => {
    const { shell, path } = await made()
    spoil(path)
    const before = bytesIn(dirname(path))
    const { exit, out, told } = await shell.run(words(path))
    expect(told).not.toContain('[')
    // A check tells what is old; everything else shows it brought up to date.
    expect(exit).toBe(name === 'verify' && /older|before/.test(state) ? 1 : 0)
    expect(out).toContain(part)
    expect(bytesIn(dirname(path))).toEqual(before)
  })
})

test('given a workspace that is open for writing elsewhere, readers see its latest event', async () => {
  const { shell, path } = await made()
  const opened = openWorkspace(path)
  const { exit, out } = await shell.run(['log', path])
  expect(exit).toBe(0)
  expect(out).toContain('Daily')
  opened.close()
})
