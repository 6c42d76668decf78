import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportTableNames } from '../../contract/export-tables.ts'
import { comparisonKinds } from '../../domain/brief/row.ts'
import { openBusyBench, play, work } from '../engine/random-work.fixture.ts'
import { openFolded, openSnapshot, openSnapshotAt } from '../engine/reading/snapshot.ts'
import { type Bench, temporaryFolder } from '../engine/workspace.fixture.ts'
import { exportAt } from '../targets/targets.fixture.ts'
import { manifestPath, manifestSchema } from './manifest.ts'
import { exportedFrom, type Subject } from './subject.ts'
import { writeExport } from './write-export.ts'

const subjects: Subject[] = [
  ...exportTableNames.map((table) => ({ kind: 'table' as const, table, format: 'csv' as const, bom: false })),
  { kind: 'brief', id: 'b1', format: 'md' },
  { kind: 'brief', id: 'b2', format: 'html' },
]

/** With a brief that has every kind of comparison. */
function openComparedBench(): Bench {
  const bench = openBusyBench()
  const sections = comparisonKinds.map((comparison) => ({
    kind: 'comparison',
    comparison,
    topicId: 'q1',
    body: '',
  }))
  bench.must('brief.save', { id: 'b2', name: 'b2', sections })
  return bench
}

describe('an export as of an event', () => {
  it('given random work, gives the bytes that it gave when that event was the head', () => {
    fc.assert(
      fc.property(work(25), (steps) => {
        const bench = openComparedBench()
        const given = new Map([[bench.writer.head().seq, exports(openSnapshot(bench.path))]])
        for (const [thrown, by] of steps) {
          play(bench, thrown, by)
          given.set(bench.writer.head().seq, exports(openSnapshot(bench.path)))
        }
        for (const [seq, bytes] of given) {
          expect(exports(openFolded(bench.path, seq))).toEqual(bytes)
        }
        bench.close()
      }),
      { numRuns: 8 },
    )
  })

  it('given event 0, gives tables with their header alone, and no brief', () => {
    const { path } = openBusyBench()
    const given = exports(openSnapshotAt(path, 0))
    const [claims, brief] = [given[0], given[exportTableNames.length]]
    expect(claims).toMatch(/^claim_id,[^\n]*\r\n$/)
    expect(brief).toContain('As of event 0 this brief is not in the workspace')
  })

  it('given a number past the head, is refused with the numbers there are', () => {
    const bench = openBusyBench()
    const { seq } = bench.writer.head()
    expect(() => openSnapshotAt(bench.path, seq + 1)).toThrow(`the log ends at event ${seq}`)
  })

  it('given a claim that was removed and brought back, names the event that first entered it', () => {
    const bench = openBusyBench()
    const entered = entryOfC1(bench)
    bench.must('claim.remove', { ids: ['c1'] })
    bench.must('history.undo', {})
    expect(entryOfC1(bench)).toBe(entered)
    bench.must('claim.remove', { ids: ['c1'] })
    bench.must('claim.make', { id: 'c1', statement: 'another claim under that id' })
    expect(entryOfC1(bench)).toBe(bench.writer.head().seq)
  })
})

describe('a manifest', () => {
  it('tells the workspace, the event and the bytes, the same each time, also after more work', async () => {
    const bench = openBusyBench()
    const { seq, hash } = bench.writer.head()
    const first = await written(bench, seq)
    bench.must('tag.create', { id: 't9', name: 'later', colour: 'pink' })
    bench.must('claim.remove', { ids: ['c1'] })
    expect(await written(bench, seq)).toEqual(first)

    expect(manifestSchema.parse(JSON.parse(first.manifest))).toEqual({
      format: 'claimtrail export manifest',
      formatVersion: 1,
      program: { name: 'Claimtrail', version: '1.2.3' },
      workspace: 'busy',
      exported: { name: 'claims', subject: subjects[0] },
      asOf: { seq, hash: hash.toString('hex') },
      files: [
        {
          name: 'claims.csv',
          sha256: createHash('sha256').update(first.file).digest('hex'),
          bytes: first.file.length,
        },
      ],
    })
  })
})

/** Every export of a snapshot, which is closed; where there is none, why. */
function exports(snapshot: ReturnType<typeof openSnapshot>): string[] {
  const texts = subjects.map((subject) => {
    const exported = exportedFrom(snapshot, subject)
    return exported.ok ? [...exported.value.pieces].join('') : exported.error.message
  })
  snapshot.close()
  return texts
}

function entryOfC1({ path }: Bench): number | null {
  const snapshot = openSnapshot(path)
  const entry = snapshot.entryOf('claims', snapshot.tables.claims.get('c1')!)
  snapshot.close()
  return entry
}

async function written({ path }: Bench, seq: number): Promise<{ file: Buffer; manifest: string }> {
  const target = join(temporaryFolder(), 'claims.csv')
  const snapshot = openSnapshotAt(path, seq)
  const done = await writeExport(snapshot, subjects[0]!, exportAt(target), {
    workspace: path,
    version: '1.2.3',
  })
  snapshot.close()
  expect(done.ok).toBe(true)
  return { file: readFileSync(target), manifest: readFileSync(manifestPath(target), 'utf8') }
}
