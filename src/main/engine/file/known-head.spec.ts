import { copyFileSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type KnownHead, shortHead, writeHead } from '../../../domain/head.ts'
import { verify } from '../verify/verify.ts'
import { type Bench, openBench, reopen, temporaryFolder } from '../workspace.fixture.ts'
import { firstHash } from './known-head.ts'
import { openWorkspace, withReader } from './open.ts'

const tag = (bench: Bench, id: string) => bench.must('tag.create', { id, name: `tag ${id}`, colour: 'blue' })

function headOf(bench: Bench): KnownHead {
  const { seq, hash } = bench.writer.head()
  return { seq, hash: hash.toString('hex'), first: firstHash(bench.db)! }
}

/** A workspace at event 3 and, in another file, what it was; then it goes on to event 5. All closed. */
function twice(): { path: string; older: string; then: KnownHead; now: KnownHead } {
  const bench = openBench()
  tag(bench, 't1')
  const then = headOf(bench)
  bench.close()
  const older = `${temporaryFolder()}/older.claimtrail`
  copyFileSync(bench.path, older)
  const again = reopen(bench.path)
  tag(again, 't2')
  tag(again, 't3')
  const now = headOf(again)
  again.close()
  return { path: bench.path, older, then, now }
}

function reasonFor(path: string, known: KnownHead | null) {
  const opened = openWorkspace(path, { known })
  opened.close()
  return opened.readOnly
}

test('given a file that goes on from the head that is known, or of which none is known, it opens for writing', () => {
  const { path, then, now } = twice()
  for (const known of [then, now, null]) expect(reasonFor(path, known)).toBeNull()
})

test('given an older copy put in place of the file, both heads are told, nothing is written, and it can be read', () => {
  const { older, then, now } = twice()
  const before = readFileSync(older)
  const reason = reasonFor(older, now)
  expect(reason).toMatchObject({
    code: 'rolled_back',
    details: { known: writeHead(now), head: writeHead(then), backup: null },
  })
  expect(reason!.message).toContain(
    `then at ${shortHead(now)}, now at ${shortHead(then)}, so 2 events are missing`,
  )
  expect(readFileSync(older).equals(before)).toBe(true)
})

test('given a copy that was worked on elsewhere, as far or further, it is told as other work', () => {
  const { older, now } = twice()
  const elsewhere = reopen(older)
  for (const id of ['x1', 'x2', 'x3']) tag(elsewhere, id)
  const is = headOf(elsewhere)
  elsewhere.close()
  const reason = reasonFor(older, now)
  expect(reason).toMatchObject({ code: 'forked', details: { known: writeHead(now), head: writeHead(is) } })
  expect(reason!.message).toContain(`its event 5 was ${shortHead(now)}`)
})

test('given another workspace, or a chain that was computed anew from its start, it is told as another workspace', () => {
  const { now } = twice()
  const other = openBench()
  other.must('analyst.change', { id: 'ann', set: { name: 'Anna' } })
  const known = { ...now, first: '0'.repeat(64) }
  other.close()
  expect(reasonFor(other.path, known)).toMatchObject({ code: 'another_workspace' })
})

test('given a file that is open elsewhere, that it is not the one that was meant is told first', () => {
  const { older, now } = twice()
  const elsewhere = openWorkspace(older)
  expect(reasonFor(older, now)).toMatchObject({ code: 'rolled_back' })
  elsewhere.close()
})

test('given a head from outside the file, the check tells whether the log contains it, and what it could not check', () => {
  const { path, older, then, now } = twice()
  const check = (file: string, head: { seq: number; hash: string } | null) =>
    withReader(file, (db) => verify(db, undefined, { held: head ? [{ ...head, from: 'given' }] : [] }))
  const codes = (file: string, head: { seq: number; hash: string }) =>
    check(file, head).findings.map(({ code }) => code)
  expect(check(path, now)).toMatchObject({ ok: true, confirmed: [expect.stringContaining(shortHead(now))] })
  expect(codes(older, now)).toEqual(['head_missing'])
  expect(codes(path, { seq: then.seq, hash: now.hash })).toEqual(['head_different'])
  const prefix = { seq: then.seq, hash: then.hash.slice(0, 12) }
  expect(check(path, prefix).confirmed[0]).toContain('its first 12 of 64 digits were compared')
  expect(codes(path, { ...prefix, hash: `${then.hash.slice(0, 11)}x` })).toEqual(['head_different'])
  expect(check(path, null).notChecked[0]).toContain('no head of this workspace that was kept elsewhere')
  expect(check(path, then).notChecked[0]).toContain('Whether events 4 to 5 were written anew')
  expect(check(path, now).notChecked.join(' ')).not.toContain('written anew')
})
