import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { exportFormats, formatByName, formatsOf } from '../../contract/export-formats.ts'
import { openBusyBench } from '../engine/random-work.fixture.ts'
import { openSnapshot } from '../engine/reading/snapshot.ts'
import { unwatched } from '../engine/watch.ts'
import { type Bench, temporaryFolder } from '../engine/workspace.fixture.ts'
import { exportAt } from '../targets/targets.fixture.ts'
import { verifyExport } from './check/verify-export.ts'
import { exportWriters } from './formats.ts'
import { manifestPath, manifestSchema } from './manifest.ts'
import { writeOrPrint, writePage, writePdf } from './pdf.ts'
import { writeReplay } from './replay-job.ts'
import { type Subject, subjectSchema } from './subject.ts'
import { writeExport } from './write-export.ts'

let bench: Bench
let target: string
beforeEach(() => {
  bench = openBusyBench()
  target = join(temporaryFolder(), 'out')
})
afterEach(() => vi.restoreAllMocks())

const subjects: Subject[] = [
  ...formatsOf('brief').map((format) => ({ kind: 'brief' as const, id: 'b1', format })),
  ...formatsOf('table').map((format) => ({
    kind: 'table' as const,
    table: 'claims' as const,
    format,
    bom: true,
  })),
  ...formatsOf('changes').map((format) => ({ kind: 'changes' as const, from: 3, format })),
]
const brief: Subject = { kind: 'brief', id: 'b1', format: 'md' }

describe('every format of the list', () => {
  it.each(subjects.map((subject) => [subject.kind, subject.format, subject] as const))(
    'given a %s as %s, is written, and found the same by the check',
    async (_, __, subject) => {
      expect(subjectSchema.parse(subject)).toEqual(subject)
      expect(await write(subject)).toMatchObject({ ok: true })
      expect(await check()).toMatchObject({ same: true, findings: [] })
    },
  )

  it.each(formatsOf('replay'))(
    'given a replay as %s, is written with that format in its manifest',
    async (format) => {
      const input = {
        path: bench.path,
        workspace: 'bench',
        asOf: null,
        topicId: null,
        texts: 'whole' as const,
      }
      const page = { script: 'void 0', style: 'p{}' }
      const place = exportAt(target)
      const written = await writeReplay({ ...input, format, page, place, version: '1.2.3' }, unwatched)
      expect(written).toMatchObject({ ok: true })
      const manifest = manifestSchema.parse(JSON.parse(readFileSync(manifestPath(target), 'utf8')))
      expect(manifest.exported.subject).toMatchObject({ kind: 'replay', format })
    },
  )

  it.each(Object.values(exportFormats))(
    'given a file that ends with $ending, is known by its name',
    (format) => {
      expect(formatByName(`Troops.v2${format.ending}`)).toBe(format)
      expect(formatByName(`TROOPS${format.ending.toUpperCase()}`)).toBe(format)
    },
  )
})

describe('an export of bytes that are no text', () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7919 + (index >> 8)) % 256)

  it('given bytes and text by turns, has them as they are in file, manifest and check', async () => {
    vi.spyOn(exportWriters.brief, 'md').mockReturnValue([bytes, 'naïve', bytes.subarray(3)])
    await write(brief)
    const whole = Buffer.concat([bytes, Buffer.from('naïve'), bytes.subarray(3)])
    expect(readFileSync(target).equals(whole)).toBe(true)
    expect(await check()).toMatchObject({ same: true, manifest: { files: [{ bytes: whole.length }] } })
  })

  it('given one altered byte, is found altered', async () => {
    vi.spyOn(exportWriters.brief, 'md').mockReturnValue([bytes])
    await write(brief)
    const altered = Buffer.from(bytes)
    altered[40_000]! ^= 1
    writeFileSync(target, altered)
    const { findings } = await check()
    expect(findings.map(({ code }) => code)).toEqual(['file_altered', 'bytes_differ'])
  })
})

async function write(subject: Subject) {
  const snapshot = openSnapshot(bench.path)
  const options = { workspace: bench.path, version: '1.2.3' }
  const written = await writeOrPrint(subject.format, {
    write: () => writeExport(snapshot, subject, exportAt(target), options),
    writePage: (page) => writePage(snapshot, subject, page, options),
    print: ({ page, head }) =>
      writePdf(exportAt(target), page, head, async () => ({
        ok: true,
        value: Buffer.from('%PDF-1.4 \xff', 'latin1'),
      })),
  })
  snapshot.close()
  return written
}

async function check() {
  const files = { file: target, manifest: manifestPath(target), workspace: bench.path }
  const answer = await verifyExport(files, '1.2.3', unwatched)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}
