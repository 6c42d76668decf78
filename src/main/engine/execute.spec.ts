import { expect, test } from 'vitest'
import type { Answer } from '../../contract/wire.ts'
import { openWriter } from './execute.ts'
import { openForWriting } from './log/database.ts'
import { instant, openBench, reopen } from './workspace.fixture.ts'

const tag = { id: 't1', name: 'force size', colour: 'blue' }

test('given a command, its events, its record and the rows stand in the file together', () => {
  const bench = openBench()
  const done = bench.must('tag.create', tag)
  expect(done).toMatchObject({
    seq: 3,
    events: 1,
    label: 'create the tag “force size”',
    tables: ['tags'],
    items: ['tags/t1'],
    repeated: false,
  })
  expect(
    bench.db.prepare('SELECT seq, stream, type, version, author, at FROM log WHERE seq = 3').get(),
  ).toEqual({
    seq: 3,
    stream: 'tags/t1',
    type: 'tag.created',
    version: 1,
    author: 'ann',
    at: instant(2),
  })
  expect(bench.db.prepare('SELECT type, kind, label FROM commands WHERE first_seq = 3').get()).toEqual({
    type: 'tag.create',
    kind: 'do',
    label: 'create the tag “force size”',
  })
  expect(bench.db.prepare('SELECT n, name FROM tags').get()).toEqual({ n: 3, name: 'force size' })
  expect(bench.db.prepare('SELECT applied_seq FROM fold_state').pluck().get()).toBe(3)
})

test('given the same command twice, the second answers the first result and writes nothing', () => {
  const bench = openBench()
  const envelope = { commandId: 'twice', type: 'tag.create', args: tag, by: 'ann' }
  const first = bench.writer.execute(envelope)
  const second = bench.writer.execute(envelope)
  expect(first).toMatchObject({ ok: true, value: { repeated: false } })
  expect(second).toEqual({ ok: true, value: { ...value(first), repeated: true } })
  expect(bench.writer.head().seq).toBe(3)
})

test('given another command under a used id, it is refused', () => {
  const bench = openBench()
  bench.writer.execute({ commandId: 'once', type: 'tag.create', args: tag, by: 'ann' })
  const other = { commandId: 'once', type: 'tag.create', args: { ...tag, name: 'other' }, by: 'ann' }
  expect(bench.writer.execute(other)).toMatchObject({ ok: false, error: { code: 'command_id_taken' } })
})

test('given a row changed after the form was opened, the form’s command is refused and names who', () => {
  const bench = openBench()
  bench.must('tag.create', tag)
  bench.must('tag.change', { id: 't1', set: { name: 'size' } }, 'ben')
  const late = {
    commandId: 'late',
    type: 'tag.change',
    args: { id: 't1', set: { description: 'x' } },
    by: 'ann',
    expectedSeq: 3,
  }
  expect(bench.writer.execute(late)).toMatchObject({
    ok: false,
    error: { code: 'changed_meanwhile', details: { stream: 'tags/t1', seq: 4, by: 'ben' } },
  })
  expect(bench.writer.execute({ ...late, expectedSeq: 4 }).ok).toBe(true)
})

test('given an analyst who has not joined, nothing is written but their own joining', () => {
  const bench = openBench()
  expect(bench.run('tag.create', tag, 'cleo')).toMatchObject({
    ok: false,
    error: { code: 'unknown_analyst' },
  })
  const cleo = { id: 'cleo', name: 'Cleo Example', initials: 'CE', colour: 'pink' }
  expect(bench.run('analyst.join', { ...cleo, id: 'dan' }, 'cleo')).toMatchObject({
    ok: false,
    error: { code: 'unknown_analyst' },
  })
  expect(bench.run('analyst.join', cleo, 'cleo').ok).toBe(true)
})

test.each([
  ['tag.paint', {}, 'unknown_command'],
  ['tag.create', { ...tag, colour: 'mauve' }, 'malformed_command'],
  ['tag.create', { ...tag, extra: 1 }, 'malformed_command'],
  ['tag.create', null, 'malformed_command'],
  ['tag.change', { id: 'nothing', set: { name: 'x' } }, 'unknown_tag'],
])('given %s with %j, it is refused with %s and nothing changes', (type, args, code) => {
  const bench = openBench()
  const before = bench.dump()
  expect(bench.run(type, args)).toMatchObject({ ok: false, error: { code } })
  expect(bench.dump()).toEqual(before)
  expect(bench.writer.head().seq).toBe(2)
})

test('given many commands, the rejected ones change nothing and the others go on', () => {
  const bench = openBench()
  const results = [...bench.writer.executeMany(tags('a', 'a', 'b'))].flat()
  expect(results.map(({ ok }) => ok)).toEqual([true, false, true])
  expect(bench.writer.head().seq).toBe(4)
})

test('given many commands and a stop at the first rejection, those before it are kept', () => {
  const bench = openBench()
  const results = [...bench.writer.executeMany(tags('a', 'a', 'b'), { stopAtRejection: true })].flat()
  expect(results.map(({ ok }) => ok)).toEqual([true, false])
  expect(bench.writer.head().seq).toBe(3)
})

test('given the same commands, ids and times, two workspaces have the same head', () => {
  const heads = [0, 1].map(() => {
    const bench = openBench()
    bench.must('tag.create', tag)
    bench.must('article.import', { articles: [{ id: 'a1', title: 'One', text: 'Naïve 🪖 text' }] })
    bench.must('history.undo', {})
    return bench.writer.head().hash.toString('hex')
  })
  expect(heads[0]).toBe(heads[1])
})

test('given undo and redo after a reopening, they name and bring back the same step', () => {
  const bench = openBench()
  bench.must('tag.create', tag)
  const after = bench.dump()
  bench.close()
  const again = reopen(bench.path)
  expect(again.must('history.undo', {}).label).toBe('create the tag “force size”')
  again.close()
  const third = reopen(bench.path)
  expect(third.must('history.redo', {}).label).toBe('create the tag “force size”')
  expect(third.dump()).toEqual(after)
})

test('given another’s edit of the same field, undo is refused with who and which event', () => {
  const bench = openBench()
  bench.must('tag.create', tag)
  bench.must('tag.change', { id: 't1', set: { name: 'size' } })
  bench.must('tag.change', { id: 't1', set: { name: 'sizes' } }, 'ben')
  expect(bench.run('history.undo', {})).toMatchObject({
    ok: false,
    error: {
      code: 'undo_blocked',
      message: expect.stringContaining('Ben Example'),
      details: { seq: 5, by: 'ben' },
    },
  })
})

test('given a disk that fills up, the command fails as a value, nothing is half done, and work goes on later', () => {
  const bench = openBench()
  const before = bench.dump()
  const pages = bench.db.pragma('page_count', { simple: true }) as number
  bench.db.pragma(`max_page_count = ${pages}`)
  const long = { articles: [{ id: 'a1', title: 'Long', text: 'word '.repeat(200_000) }] }
  expect(bench.run('article.import', long)).toMatchObject({ ok: false, error: { code: 'disk_full' } })
  expect([...bench.writer.executeMany(tags('a'))].flat()[0]?.ok).toBe(true)
  const many = [
    ...bench.writer.executeMany([{ commandId: 'm', type: 'article.import', args: long, by: 'ann' }]),
  ]
  expect(many.flat()).toMatchObject([{ ok: false, error: { code: 'disk_full' } }])
  bench.db.pragma('max_page_count = 1000000')
  bench.must('history.undo', {})
  expect(bench.dump()).toEqual(before)
  expect(bench.run('article.import', long).ok).toBe(true)
})

test('given a file that something else has written to past the lock, the next command is refused', () => {
  const bench = openBench()
  const db = openForWriting(bench.path)
  const intruder = openWriter(db)
  const envelope = { commandId: 'intruder', type: 'tag.create', args: tag, by: 'ann' }
  expect(intruder.execute(envelope).ok).toBe(true)
  db.close()
  expect(bench.run('tag.create', tag)).toMatchObject({ ok: false, error: { code: 'changed_elsewhere' } })
  expect(bench.writer.head().seq).toBe(2)
})

function tags(...names: string[]) {
  return names.map((name, index) => ({
    commandId: `many-${index}`,
    type: 'tag.create',
    args: { ...tag, id: `tag-${name}`, name },
    by: 'ann',
  }))
}

function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}

test('given many commands of which one fails, then only that one does; those before and after are kept', () => {
  const bench = openBench()
  bench.db.exec(
    "CREATE TRIGGER fault BEFORE INSERT ON tags WHEN NEW.name = 'fault' BEGIN SELECT RAISE(ABORT, 'x'); END",
  )
  const envelopes = ['one', 'fault', 'three', 'four'].map((name, index) => ({
    commandId: `many-${index}`,
    type: 'tag.create',
    args: { ...tag, id: `tag-${index}`, name },
    by: 'ann',
    at: instant(index),
  }))
  const results = [...bench.writer.executeMany(envelopes)].flat()
  expect(results.map(({ ok }) => ok)).toEqual([true, false, true, true])
  expect(results[1]).toMatchObject({ error: { code: 'internal' } })
  expect([...bench.writer.tables.tags.all()].map(({ name }) => name)).toEqual(['one', 'three', 'four'])
  expect(bench.writer.head().seq).toBe(5)
})
