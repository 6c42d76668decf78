import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openBusyBench } from '../random-work.fixture.ts'
import { verify } from '../verify/verify.ts'
import { temporaryFolder } from '../workspace.fixture.ts'
import { backupBeside, backupTo, listBackups } from './backup.ts'
import { withReader } from './open.ts'

test('given a workspace, then its backup is one whole file in which nothing is found wrong', () => {
  const bench = openBusyBench()
  const target = join(temporaryFolder(), 'copy.claimtrail')
  const { bytes } = backupTo(bench.db, target)
  expect(bytes).toBe(readFileSync(target).length)
  const report = withReader(target, verify)
  expect(report).toMatchObject({ ok: true, hash: bench.writer.head().hash.toString('hex') })
})

test('given an older copy of the same name, then it is replaced by the whole new one', () => {
  const bench = openBusyBench()
  const target = join(temporaryFolder(), 'copy.claimtrail')
  writeFileSync(target, 'older')
  backupTo(bench.db, target)
  expect(withReader(target, verify).head).toBe(bench.writer.head().seq)
})

test('given a target that cannot be replaced, then nothing half made stays beside it', () => {
  const bench = openBusyBench()
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'taken.claimtrail', 'inside'), { recursive: true })
  expect(() => backupTo(bench.db, join(folder, 'taken.claimtrail'))).toThrow()
  expect(readdirSync(folder)).toEqual(['taken.claimtrail'])
})

test('given several backups beside the workspace, then the newest is named first', () => {
  const bench = openBusyBench()
  const { seq } = bench.writer.head()
  expect(listBackups(bench.path)).toEqual([])
  backupBeside(bench.db, bench.path, { at: new Date('2024-11-01T08:00:00Z') })
  bench.must('topic.open', { id: 'q9', question: 'Later?' })
  backupBeside(bench.db, bench.path, { at: new Date('2024-11-02T08:00:00Z') })
  expect(listBackups(bench.path).map(({ name }) => name)).toEqual([
    `2024-11-02T08-00-00.000Z event ${seq + 1}.claimtrail`,
    `2024-11-01T08-00-00.000Z event ${seq}.claimtrail`,
  ])
})
