import { mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { temporaryFolder } from '../engine/workspace.fixture.ts'
import { watchHead } from './head-watch.ts'
import { openHeads } from './heads.ts'

afterEach(() => {
  vi.useRealTimers()
})

const head = (seq: number) => ({ seq, hash: 'a'.repeat(64), first: 'b'.repeat(64) })

test('given a remembered head, it is there after a restart, for its own path only, until it is forgotten', () => {
  const folder = temporaryFolder()
  openHeads(folder).remember('/x/w.claimtrail', head(3))
  const again = openHeads(folder)
  expect(again.get('/x/w.claimtrail')).toEqual(head(3))
  expect(again.get('/x/other.claimtrail')).toBeNull()
  again.remember('/x/w.claimtrail', head(4))
  expect(openHeads(folder).get('/x/w.claimtrail')?.seq).toBe(4)
  again.forget('/x/w.claimtrail')
  again.forget('/x/w.claimtrail')
  expect(again.get('/x/w.claimtrail')).toBeNull()
})

test('given a link, it is the file that it leads to', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'w.claimtrail'), '')
  symlinkSync(join(folder, 'w.claimtrail'), join(folder, 'link.claimtrail'))
  const heads = openHeads(join(folder, 'data'))
  heads.remember(join(folder, 'link.claimtrail'), head(3))
  expect(heads.get(join(folder, 'w.claimtrail'))).toEqual(head(3))
})

test('given a memory that cannot be read, the workspace counts as never seen, and is remembered anew', () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'heads'))
  const heads = openHeads(folder)
  heads.remember('/x', head(3))
  const [file] = readdirSync(join(folder, 'heads'))
  for (const content of ['', '{', '{"seq":-1}']) {
    writeFileSync(join(folder, 'heads', file!), content)
    expect(heads.get('/x')).toBeNull()
  }
  heads.remember('/x', head(5))
  expect(heads.get('/x')).toEqual(head(5))
  expect(statSync(join(folder, 'heads', file!)).mode & 0o077).toBe(0)
})

test('given many edits, the last head is remembered when they pause, when another workspace comes, and when asked', () => {
  vi.useFakeTimers()
  const heads = openHeads(temporaryFolder())
  const watch = watchHead(heads)
  for (let seq = 1; seq <= 5; seq += 1) watch.saw('/one', head(seq))
  expect(heads.get('/one')).toBeNull()
  vi.advanceTimersByTime(1000)
  expect(heads.get('/one')).toEqual(head(5))
  watch.saw('/one', head(6))
  watch.saw('/two', head(1))
  expect(heads.get('/one')).toEqual(head(6))
  watch.settle()
  expect(heads.get('/two')).toEqual(head(1))
})
