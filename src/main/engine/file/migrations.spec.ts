import { expect, test } from 'vitest'
import { answer } from '../problems.ts'
import { verify } from '../verify/verify.ts'
import { openBench } from '../workspace.fixture.ts'
import { listBackups } from './backup.ts'
import { currentVersion, type Migration, migrate, migrations, versionOf } from './migrations.ts'
import { openWorkspace } from './open.ts'

const next: Migration = {
  to: currentVersion + 1,
  what: 'a table of notes',
  run: (db) => db.exec('CREATE TABLE notes (text TEXT) STRICT'),
}

test('the steps are numbered from 1 without a gap', () => {
  expect(migrations.map(({ to }) => to)).toEqual(migrations.map((_, index) => index + 1))
})

test('given a workspace of an older version, opening keeps a backup first and then migrates', () => {
  const bench = openBench()
  bench.close()
  const opened = openWorkspace(bench.path, { steps: [...migrations, next] })
  expect(versionOf(opened.db)).toBe(currentVersion + 1)
  expect(opened.db.prepare('SELECT count(*) FROM notes').pluck().get()).toBe(0)
  expect(opened.db.prepare('SELECT count(*) FROM log').pluck().get()).toBe(2)
  opened.close()
  expect(listBackups(bench.path)).toHaveLength(1)
})

test('given a step that fails, the file stays at its version with nothing half done', () => {
  const bench = openBench()
  bench.close()
  const broken: Migration = {
    to: currentVersion + 1,
    what: 'half of it',
    run(db) {
      db.exec('CREATE TABLE half (a)')
      db.exec('CREATE TABLE half (a)')
    },
  }
  expect(answer(() => openWorkspace(bench.path, { steps: [...migrations, broken] })).ok).toBe(false)
  const opened = openWorkspace(bench.path)
  expect(versionOf(opened.db)).toBe(currentVersion)
  expect(opened.db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()).toBe(0)
  opened.close()
})

test('given an up-to-date workspace, migrating does nothing', () => {
  const bench = openBench()
  migrate(bench.db)
  expect(versionOf(bench.db)).toBe(currentVersion)
})

test('given a workspace of format 1, opening keeps a backup, adds the place for a parent and finds nothing wrong', () => {
  const bench = openBench()
  bench.db.exec('DROP TABLE parent; PRAGMA user_version = 1')
  bench.close()
  const opened = openWorkspace(bench.path)
  expect(opened.readOnly).toBeNull()
  expect(versionOf(opened.db)).toBe(2)
  expect(opened.db.prepare('SELECT count(*) FROM parent').pluck().get()).toBe(0)
  expect(verify(opened.db).findings).toEqual([])
  opened.close()
  expect(listBackups(bench.path)).toHaveLength(1)
})
