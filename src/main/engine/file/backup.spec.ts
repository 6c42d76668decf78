import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fresh } from '../../targets/targets.fixture.ts'
import { answer } from '../problems.ts'
import { openBusyBench } from '../random-work.fixture.ts'
import { verify } from '../verify/verify.ts'
import { temporaryFolder } from '../workspace.fixture.ts'
import { backupBeside, backupTo, listBackups } from './backup.ts'
import { withReader } from './open.ts'

test('given a workspace, then its backup is one whole file in which nothing is found wrong', () => {
  const bench = openBusyBench()
  const target = join(temporaryFolder(), 'copy.claimtrail')
  const { bytes } = backupTo(bench.db, fresh(target))
  expect(bytes).toBe(readFileSync(target).length)
  const report = withReader(target, verify)
  expect(report).toMatchObject({ ok: true, hash: bench.writer.head().hash.toString('hex') })
})

test('given a file that came under the name meanwhile, then that is kept and nothing half made stays', () => {
  const bench = openBusyBench()
  const folder = temporaryFolder()
  const path = join(folder, 'copy.claimtrail')
  const target = fresh(path)
  writeFileSync(path, 'another')
  expect(answer(() => backupTo(bench.db, target))).toMatchObject({ error: { code: 'file_exists' } })
  expect(readFileSync(path, 'utf8')).toBe('another')
  expect(readdirSync(folder)).toEqual(['copy.claimtrail'])
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
