import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { openBusyBench } from '../../engine/random-work.fixture.ts'
import { openSnapshot } from '../../engine/reading/snapshot.ts'
import { unwatched } from '../../engine/watch.ts'
import { type Bench, temporaryFolder } from '../../engine/workspace.fixture.ts'
import { exportAt } from '../../targets/targets.fixture.ts'
import { type Manifest, manifestPath } from '../manifest.ts'
import type { Subject } from '../subject.ts'
import { writeExport } from '../write-export.ts'
import { type ExportReport, verifyExport } from './verify-export.ts'

const claims: Subject = { kind: 'table', table: 'claims', format: 'csv', bom: false }
const brief: Subject = { kind: 'brief', id: 'b1', format: 'md' }

let bench: Bench
let file: string
beforeEach(() => {
  bench = openBusyBench()
  file = join(temporaryFolder(), 'out')
})

describe('checking an export', () => {
  it.each([['a table', claims] as const, ['a brief', brief] as const])(
    'given %s as it was written, finds it the same, also after more work and under another name',
    async (_, subject) => {
      await write(subject)
      bench.must('claim.remove', { ids: ['c1'] })
      bench.must('brief.change', { id: 'b1', set: { title: 'Another title' } })
      const renamed = join(temporaryFolder(), 'renamed')
      copyFileSync(file, renamed)
      copyFileSync(manifestPath(file), manifestPath(renamed))
      file = renamed
      expect(await check()).toMatchObject({ same: true, findings: [], difference: null, otherProgram: null })
    },
  )

  it('given a changed byte, tells the line and both sides', async () => {
    await write(claims)
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace('\r\nc2,c2,asserts', '\r\nc2,c2,denies'))
    const report = await check()
    expect(codes(report)).toEqual(['file_altered', 'bytes_differ'])
    expect(report.difference).toMatchObject({ line: 3, column: 7, kind: 'changed' })
    expect(report.difference!.file).toContain('denies')
    expect(report.difference!.expected).toContain('asserts')
  })

  it('given a file that is cut short, says how much is missing', async () => {
    await write(claims)
    const bytes = readFileSync(file).length
    truncateSync(file, bytes - 10)
    const report = await check()
    expect(report.findings.at(-1)!.message).toContain('cut short: 1 line is incomplete or missing')
  })

  it('given a manifest made to fit an altered file, is not deceived', async () => {
    await write(claims)
    const forged = readFileSync(file, 'utf8').replace('c2,c2,asserts', 'c2,c2,denies')
    writeFileSync(file, forged)
    const sha256 = createHash('sha256').update(forged).digest('hex')
    alterManifest(({ files }) => Object.assign(files[0]!, { sha256, bytes: Buffer.byteLength(forged) }))
    expect(codes(await check())).toEqual(['bytes_differ'])
  })

  it('given a manifest with another hash of the same file, says that the manifest was altered', async () => {
    await write(claims)
    alterManifest(({ files }) => Object.assign(files[0]!, { sha256: 'ab'.repeat(32) }))
    expect(codes(await check())).toEqual(['manifest_altered'])
  })

  it('given another workspace with that many events, names the head that does not match', async () => {
    await write(claims)
    const other = openBusyBench()
    other.must('tag.change', { id: 't1', set: { name: 'other' } })
    bench.must('tag.change', { id: 't1', set: { name: 'ours' } })
    await write(claims)
    const report = await check(other.path)
    expect(codes(report)).toEqual(['other_head'])
    expect(report.findings[0]!.message).toContain(other.writer.head().hash.toString('hex'))
  })

  it('given a workspace that lacks that event, says where it ends', async () => {
    const other = openBusyBench()
    bench.must('tag.change', { id: 't1', set: { name: 'ours' } })
    await write(claims)
    const report = await check(other.path)
    expect(codes(report)).toEqual(['no_such_event'])
    expect(report.findings[0]!.message).toContain(`ends at event ${other.writer.head().seq}`)
  })

  it('given a log that was altered below that event, says which event', async () => {
    await write(claims)
    const seq = bench.db.prepare("SELECT seq FROM log WHERE stream = 'claims/c2'").pluck().get() as number
    bench.db.exec('DROP TRIGGER log_no_update')
    bench.db.prepare("UPDATE log SET payload = replace(payload, 'asserts', 'denies') WHERE seq = ?").run(seq)
    const report = await check()
    expect(codes(report)).toEqual(['event_altered', 'bytes_differ'])
    expect(report.findings[0]!.seq).toBe(seq)
  })

  it('given live tables that were altered, finds an export of them not to be what the log gives', async () => {
    bench.db.exec("UPDATE claims SET stance = 'denies' WHERE id = 'c2'")
    await write(claims)
    expect(codes(await check())).toEqual(['bytes_differ'])
  })

  it('given another program version, tells it, as a finding only where bytes differ', async () => {
    await write(claims)
    expect(await check(bench.path, '9.9.9')).toMatchObject({ same: true, otherProgram: '1.2.3' })
    truncateSync(file, 10)
    expect(codes(await check(bench.path, '9.9.9'))).toEqual(['file_altered', 'bytes_differ', 'other_program'])
  })

  it.each([
    ['cut short', (text: string) => text.slice(0, 100), 'not_a_manifest'],
    [
      'with a number that is none',
      (text: string) => text.replace(/"seq": \d+/, '"seq": "x"'),
      'not_a_manifest',
    ],
    ['with a path as table', (text: string) => text.replace('"claims"', '"../claims"'), 'other_name'],
    ['that is something else', () => '{"name":"claimtrail"}', 'not_a_manifest'],
    [
      'of a newer program',
      (text: string) => text.replace('"formatVersion": 1', '"formatVersion": 2'),
      'newer_manifest',
    ],
  ])('given a manifest %s, says so', async (_, damage, code) => {
    await write(claims)
    writeFileSync(manifestPath(file), damage(readFileSync(manifestPath(file), 'utf8')))
    const answer = await checked(bench.path)
    expect(answer.ok ? codes(answer.value)[0] : answer.error.code).toBe(code)
  })

  it('given no file or no manifest, says which is missing', async () => {
    await write(claims)
    rmSync(manifestPath(file))
    expect(await checked(bench.path)).toMatchObject({ ok: false, error: { code: 'file_missing' } })
    rmSync(file)
    expect(await checked(bench.path)).toMatchObject({ ok: false, error: { code: 'file_missing' } })
  })
})

async function write(subject: Subject): Promise<void> {
  const snapshot = openSnapshot(bench.path)
  const options = { workspace: bench.path, version: '1.2.3' }
  const done = await writeExport(snapshot, subject, exportAt(file), options)
  snapshot.close()
  expect(done.ok).toBe(true)
}

function checked(workspace: string, version = '1.2.3') {
  return verifyExport({ file, manifest: manifestPath(file), workspace }, version, unwatched)
}

async function check(workspace = bench.path, version?: string): Promise<ExportReport> {
  const answer = await checked(workspace, version)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}

function alterManifest(change: (manifest: Manifest) => void): void {
  const manifest = JSON.parse(readFileSync(manifestPath(file), 'utf8')) as Manifest
  change(manifest)
  writeFileSync(manifestPath(file), JSON.stringify(manifest))
}

function codes({ findings }: ExportReport): string[] {
  return findings.map(({ code }) => code)
}
