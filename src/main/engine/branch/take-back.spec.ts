import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Taken } from '../../../contract/branch.ts'
import { fresh } from '../../targets/targets.fixture.ts'
import { answer } from '../problems.ts'
import { openBusyBench, play, work } from '../random-work.fixture.ts'
import { verify } from '../verify/verify.ts'
import { type Bench, reopen, temporaryFolder } from '../workspace.fixture.ts'
import { compareBranch } from './compare.ts'
import { makeBranch } from './make-branch.ts'
import { takeBack } from './take-back.ts'

test('given random work in a branch, taking all of it back onto an unchanged parent gives the branch’s tables', () => {
  fc.assert(
    fc.property(work(15), work(25), (before, steps) => {
      const { parent, branch } = fork((bench) => {
        for (const [thrown, by] of before) play(bench, thrown, by)
      })
      for (const [thrown] of steps) play(branch, thrown, 'ann')
      const all = idsIn(branch, parent)
      expectRehearsalKeepsNothing(parent, branch, all)
      const taken = take(parent, branch, all)
      expect(taken.map(({ result }) => result)).toEqual(all.map(() => 'taken'))
      expect(withoutEntry(parent.dump())).toEqual(withoutEntry(branch.dump()))
      expect(verify(parent.db).findings).toEqual([])
      close(parent, branch)
    }),
    { numRuns: 12 },
  )
})

test('given random work on both sides, nothing that the parent changed is changed by taking back what the branch did', () => {
  fc.assert(
    fc.property(work(20), work(20), (here, there) => {
      const { parent, branch } = fork()
      const forkSeq = parent.writer.head().seq
      for (const [thrown, by] of here) play(parent, thrown, by)
      for (const [thrown, by] of there) play(branch, thrown, by)
      const changed = streamsAfter(parent, forkSeq)
      const before = rowsOf(parent, changed)
      const all = idsIn(branch, parent)
      expectRehearsalKeepsNothing(parent, branch, all)
      const taken = take(parent, branch, all)
      expect(rowsOf(parent, changed)).toEqual(before)
      for (const { result, problem, seq } of taken) {
        expect(result === 'taken').toBe(problem === null)
        expect(result === 'taken').toBe(seq !== null)
      }
      expect(verify(parent.db).findings).toEqual([])
      close(parent, branch)
    }),
    { numRuns: 12 },
  )
})

test('given a row that both changed, it is a conflict with both sides, and applied only by choice', () => {
  const { parent, branch } = fork()
  branch.must('claim.change', { ids: ['c1'], set: { place: 'Kursk', status: 'disputed' } })
  parent.must('claim.change', { ids: ['c1'], set: { place: 'Bryansk' } }, 'ben')
  const all = idsIn(branch, parent)
  const [conflict] = take(parent, branch, all)
  expect(conflict).toMatchObject({
    result: 'conflict',
    seq: null,
    problem: { code: 'changed_meanwhile' },
    changes: [
      {
        how: 'changed',
        fields: [{ label: 'place', before: 'Bryansk', after: 'Kursk' }, { label: 'status' }],
      },
    ],
    sides: [
      {
        byName: 'Ben Example',
        inParent: [{ label: 'place', before: '', after: 'Bryansk' }],
        inBranch: [{ label: 'place', before: '', after: 'Kursk' }, { label: 'status' }],
      },
    ],
  })
  expect(parent.writer.tables.claims.get('c1')?.place).toBe('Bryansk')
  const [chosen] = take(parent, branch, all, { anyway: true })
  expect(chosen).toMatchObject({ result: 'taken', problem: { code: 'changed_meanwhile' } })
  expect(parent.writer.tables.claims.get('c1')).toMatchObject({ place: 'Kursk', status: 'disputed' })
  parent.must('history.undo', {})
  expect(parent.writer.tables.claims.get('c1')).toMatchObject({ place: 'Bryansk', status: 'open' })
})

test('given two changes of one row, taken on different days, the second is no conflict with the first', () => {
  const { parent, branch } = fork()
  branch.must('claim.change', { ids: ['c1'], set: { place: 'Kursk' } })
  branch.must('claim.change', { ids: ['c1'], set: { status: 'disputed' } })
  const [first, second] = idsIn(branch, parent) as [string, string]
  expect(take(parent, branch, [first])).toMatchObject([{ result: 'taken' }])
  expect(take(parent, branch, [second])).toMatchObject([{ result: 'taken', problem: null }])
  expect(lines(branch, parent).map(({ inParent }) => inParent)).toEqual(['taken', 'taken'])
  expect(answer(() => take(parent, branch, [first]))).toMatchObject({
    ok: false,
    error: { code: 'taken_already' },
  })
  parent.must('history.undo', {})
  expect(lines(branch, parent).map(({ inParent }) => inParent)).toEqual(['taken', 'undone'])
  expect(take(parent, branch, [second])).toMatchObject([{ result: 'taken', problem: null }])
})

test('given a row that the parent removed, the change is rejected and both sides are told', () => {
  const { parent, branch } = fork()
  branch.must('claim.change', { ids: ['c1'], set: { place: 'Kursk' } })
  parent.must('claim.remove', { ids: ['c1'] }, 'ben')
  expect(take(parent, branch, idsIn(branch, parent), { anyway: true })).toMatchObject([
    { result: 'rejected', problem: { code: 'unknown_claim' }, sides: [{ name: 'c1', inParent: null }] },
  ])
})

test('given a new claim under a new topic, the claim needs the topic and is rejected without it', () => {
  const { parent, branch } = fork()
  branch.must('topic.open', { id: 'new-topic', question: 'Where else?' })
  branch.must('claim.make', { id: 'new-claim', statement: 'Also here.', topicId: 'new-topic' })
  branch.must('claim.change', { ids: ['new-claim'], set: { place: 'Kursk' } })
  const told = lines(branch, parent)
  const [topic, claim, change] = told.map(({ commandId }) => commandId) as [string, string, string]
  expect(told.map(({ needs }) => needs)).toEqual([[], [topic], [claim]])
  expect(take(parent, branch, [claim, change])).toMatchObject([
    { result: 'rejected', problem: { code: 'unknown_topic' } },
    { result: 'rejected', problem: { code: 'unknown_claim' } },
  ])
  expect(take(parent, branch, [change, claim, topic]).map(({ result }) => result)).toEqual([
    'taken',
    'taken',
    'taken',
  ])
  expect(parent.writer.tables.claims.get('new-claim')).toMatchObject({ place: 'Kursk' })
})

test('given an import in the branch, the parent gets the text with it', () => {
  const { parent, branch } = fork()
  const text = 'Three boats 🛥 lie there.'
  branch.must('article.import', { articles: [{ id: 'new', title: 'Boats', text }] })
  expect(take(parent, branch, idsIn(branch, parent))).toMatchObject([
    { result: 'taken', seq: expect.any(Number) },
  ])
  const { textHash } = parent.writer.tables.articles.get('new')!
  expect(parent.writer.texts.get(textHash)).toBe(text)
  expect(verify(parent.db).findings).toEqual([])
})

test('given work that was undone in the branch, neither it nor its undo is the choice to begin with', () => {
  const { parent, branch } = fork()
  branch.must('tag.create', { id: 'new', name: 'new', colour: 'blue' })
  branch.must('history.undo', {})
  branch.must('tag.create', { id: 'kept', name: 'kept', colour: 'blue' })
  expect(lines(branch, parent).map(({ how, standing, undone }) => [how, standing, undone])).toEqual([
    ['do', false, true],
    ['undo', false, false],
    ['do', true, false],
  ])
  const [, undo] = idsIn(branch, parent) as [string, string]
  expect(take(parent, branch, [undo])).toMatchObject([
    { result: 'rejected', problem: { code: 'not_taken_back' } },
  ])
})

test('given an undo of what stood at the fork, the parent undoes the same or nothing', () => {
  const { parent, branch } = fork((bench) => {
    bench.must('claim.change', { ids: ['c1'], set: { place: 'Kursk' } })
  })
  branch.must('history.undo', {})
  const all = idsIn(branch, parent)
  parent.must('tag.create', { id: 'other', name: 'other', colour: 'blue' })
  expect(take(parent, branch, all)).toMatchObject([
    { result: 'rejected', problem: { code: 'undo_moved_on' } },
  ])
  parent.must('history.undo', {})
  expect(take(parent, branch, all)).toMatchObject([{ result: 'taken' }])
  expect(parent.writer.tables.claims.get('c1')?.place).toBe('')
})

test('given another workspace, one with another hash, or a branch of it, comparing says why not', () => {
  const { parent, branch } = fork()
  branch.must('tag.create', { id: 'new', name: 'new', colour: 'blue' })
  const code = (one: Bench, two: Bench) => {
    const compared = answer(() => compareBranch(one.path, two.path, 10))
    return compared.ok ? 'compared' : compared.error.code
  }
  expect(code(branch, parent)).toBe('compared')
  expect(code(parent, branch)).toBe('not_a_branch')
  expect(code(branch, branch)).toBe('same_file')
  const target = join(temporaryFolder(), 'grandchild.claimtrail')
  makeBranch({ path: branch.path, seq: branch.writer.head().seq, target: fresh(target), moment: '' })
  const grandchild = reopen(target)
  expect(code(grandchild, branch)).toBe('compared')
  expect(code(grandchild, parent)).toBe('not_the_parent')
  parent.must('tag.create', { id: 'else', name: 'else', colour: 'blue' })
  expect(code(grandchild, parent)).toBe('not_the_parent')
  expect(answer(() => compareBranch(branch.path, `${parent.path}-gone`, 10))).toMatchObject({
    ok: false,
    error: { code: 'file_missing' },
  })
})

test('given an empty branch, there is nothing to compare and nothing to take', () => {
  const { parent, branch } = fork()
  expect(compareBranch(branch.path, parent.path, 10)).toMatchObject({
    inBranch: [],
    inBranchTotal: 0,
    inParent: [],
  })
  expect(take(parent, branch, [])).toEqual([])
})

test('given a cancel in the middle, nothing is half taken', () => {
  const { parent, branch } = fork()
  for (const id of ['one', 'two']) branch.must('tag.create', { id, name: id, colour: 'blue' })
  const before = parent.dump()
  let asked = 0
  const watch = { progress: () => {}, isCancelled: () => ++asked > 1 }
  const commands = idsIn(branch, parent).map((commandId) => ({ commandId, anyway: false }))
  const taken = answer(() =>
    takeBack(parent, { branch: branch.path, commands, by: ann, rehearse: false }, watch),
  )
  expect(taken).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(parent.dump()).toEqual(before)
  expect(verify(parent.db).findings).toEqual([])
})

const ann = { id: 'ann', name: 'Ann Example', initials: 'AE', colour: 'blue' } as const

/** A busy workspace and a branch of its head. */
function fork(prepare: (bench: Bench) => void = () => {}): { parent: Bench; branch: Bench } {
  const parent = openBusyBench()
  prepare(parent)
  const target = join(temporaryFolder(), 'branch.claimtrail')
  makeBranch({ path: parent.path, seq: parent.writer.head().seq, target: fresh(target), moment: '' })
  return { parent, branch: reopen(target) }
}

/** All but the time at which a row entered the workspace: in the parent that is when it was taken back. */
function withoutEntry(tables: unknown): unknown {
  return JSON.parse(JSON.stringify(tables, (key, value) => (key === 'enteredAt' ? undefined : value)))
}

function lines(branch: Bench, parent: Bench) {
  return compareBranch(branch.path, parent.path, 1000).inBranch
}

function idsIn(branch: Bench, parent: Bench): string[] {
  return lines(branch, parent).map(({ commandId }) => commandId)
}

function take(
  parent: Bench,
  branch: Bench,
  ids: string[],
  { anyway = false, rehearse = false } = {},
): Taken[] {
  const commands = ids.map((commandId) => ({ commandId, anyway }))
  return takeBack(parent, { branch: branch.path, commands, by: ann, rehearse })
}

/** A rehearsal tells what then happens, and leaves no trace. */
function expectRehearsalKeepsNothing(parent: Bench, branch: Bench, ids: string[]): void {
  const before = parent.dump()
  const head = parent.writer.head()
  const rehearsed = take(parent, branch, ids, { rehearse: true })
  expect(parent.dump()).toEqual(before)
  expect(parent.writer.head()).toEqual(head)
  expect(verify(parent.db).findings).toEqual([])
  expect(take(parent, branch, ids, { rehearse: true })).toEqual(rehearsed)
}

function streamsAfter({ db }: Bench, seq: number): string[] {
  return db.prepare('SELECT DISTINCT stream FROM log WHERE seq > ?').pluck().all(seq) as string[]
}

function rowsOf({ writer }: Bench, streams: string[]): unknown[] {
  return streams.map((stream) => {
    const [table, id] = stream.split('/') as ['claims', string]
    return structuredClone(writer.tables[table].get(id) ?? null)
  })
}

function close(...benches: Bench[]): void {
  for (const bench of benches) bench.close()
}
