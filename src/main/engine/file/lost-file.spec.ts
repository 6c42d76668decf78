import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { makeEngine } from '../engine.ts'
import { answer } from '../problems.ts'
import type { EngineNews, Halted } from '../protocol.ts'
import { verify } from '../verify/verify.ts'
import { unwatched } from '../watch.ts'
import { temporaryFolder } from '../workspace.fixture.ts'
import { withReader } from './open.ts'

describe('given an open workspace with saved edits, when its file', () => {
  test('is renamed, then the next edit is refused, and the renamed file holds every edit that was acknowledged', () => {
    const desk = openDesk()
    desk.edit(3)
    renameSync(desk.path, desk.beside('renamed'))
    expect(desk.tryEdit()).toMatchObject({ ok: false, error: { code: 'file_moved' } })
    expect(desk.halted()).toMatchObject({ loss: 'moved', home: desk.beside('renamed') })
    expect(topicsIn(desk.beside('renamed'))).toEqual(desk.acknowledged)
    desk.close()
    expect(desk.leftAtOldName()).toEqual([])
  })

  test('is renamed while nobody works, then that is told, and closing leaves one whole file', () => {
    const desk = openDesk()
    desk.edit(2)
    renameSync(desk.path, desk.beside('renamed'))
    desk.engine.keepFile()
    expect(desk.halted()).toMatchObject({ loss: 'moved', home: desk.beside('renamed') })
    expect(desk.engine.query({ name: 'topics.list', input: {}, analyst: null }, unwatched)).toBeDefined()
    desk.close()
    expect(topicsIn(desk.beside('renamed'))).toEqual(desk.acknowledged)
    expect(desk.leftAtOldName()).toEqual([])
  })

  test('is renamed just before it is closed, then closing tells it, and the file is whole', () => {
    const desk = openDesk()
    desk.edit(2)
    renameSync(desk.path, desk.beside('renamed'))
    expect(desk.close()).toMatchObject({ code: 'file_moved' })
    expect(topicsIn(desk.beside('renamed'))).toEqual(desk.acknowledged)
    expect(desk.leftAtOldName()).toEqual([])
  })

  test('is moved to another folder, then it is followed there and work goes on', () => {
    const desk = openDesk()
    desk.edit(2)
    mkdirSync(join(desk.folder, 'archive'))
    const moved = join(desk.folder, 'archive', 'w.claimtrail')
    renameSync(desk.path, moved)
    expect(desk.tryEdit()).toMatchObject({ ok: false, error: { code: 'file_moved' } })
    expect(desk.engine.goOn({ how: 'there' }, unwatched)).toMatchObject({ path: moved, readOnly: null })
    desk.edit(2)
    desk.close()
    expect(topicsIn(moved)).toEqual(desk.acknowledged)
  })

  test('moves with its folder, then it is found there, whole', () => {
    const desk = openDesk()
    desk.edit(2)
    const moved = `${desk.folder}-moved`
    onTestFinished(() => rmSync(moved, { recursive: true, force: true }))
    renameSync(desk.folder, moved)
    expect(desk.tryEdit()).toMatchObject({ ok: false, error: { code: 'file_moved' } })
    desk.close()
    expect(topicsIn(join(moved, 'w.claimtrail'))).toEqual(desk.acknowledged)
  })

  test('is moved and put back, then it has its old name, once, and work goes on', () => {
    const desk = openDesk()
    desk.edit(2)
    renameSync(desk.path, desk.beside('renamed'))
    desk.tryEdit()
    expect(desk.engine.goOn({ how: 'back' }, unwatched)).toMatchObject({ path: desk.path, readOnly: null })
    desk.edit(1)
    desk.close()
    expect(topicsIn(desk.path)).toEqual(desk.acknowledged)
    expect(existsSync(desk.beside('renamed'))).toBe(false)
  })

  test('is moved and another file takes its name, then it is not put back over that one', () => {
    const desk = openDesk()
    desk.edit(2)
    const other = readFileSync(desk.other())
    renameSync(desk.path, desk.beside('renamed'))
    desk.tryEdit()
    renameSync(desk.other(), desk.path)
    expect(answer(() => desk.engine.goOn({ how: 'back' }, unwatched))).toMatchObject({
      ok: false,
      error: { code: 'file_exists' },
    })
    expect(readFileSync(desk.path).equals(other)).toBe(true)
    desk.close()
    expect(topicsIn(desk.beside('renamed'))).toEqual(desk.acknowledged)
  })

  test('is deleted, then everything is put into a file beside it, which can take its name', () => {
    const desk = openDesk()
    desk.edit(3)
    rmSync(desk.path)
    expect(desk.tryEdit()).toMatchObject({ ok: false, error: { code: 'file_gone' } })
    expect(topicsIn(desk.halted()!.home!)).toEqual(desk.acknowledged)
    desk.engine.goOn({ how: 'back' }, unwatched)
    desk.edit(1)
    desk.close()
    expect(topicsIn(desk.path)).toEqual(desk.acknowledged)
    expect(desk.workspaces()).toEqual(['w.claimtrail'])
  })

  test('is replaced by another workspace, then that one stays as it is and the work is kept beside it', () => {
    const desk = openDesk()
    desk.edit(3)
    const other = readFileSync(desk.other())
    renameSync(desk.other(), desk.path)
    expect(desk.tryEdit()).toMatchObject({ ok: false, error: { code: 'file_replaced' } })
    desk.close()
    expect(readFileSync(desk.path).equals(other)).toBe(true)
    expect(topicsIn(desk.path)).toEqual([])
    expect(topicsIn(desk.halted()!.home!)).toEqual(desk.acknowledged)
  })

  test('is replaced by an older copy of itself, as sync programs do, then both are whole', () => {
    const desk = openDesk()
    desk.edit(2)
    desk.engine.fold(null, unwatched)
    copyByAnotherProgram(desk.path, desk.beside('older'))
    desk.edit(3)
    renameSync(desk.beside('older'), desk.path)
    expect(desk.tryEdit()).toMatchObject({ ok: false, error: { code: 'file_replaced' } })
    desk.engine.goOn({ how: 'copy', path: desk.beside('mine') }, unwatched)
    desk.edit(1)
    desk.close()
    expect(topicsIn(desk.path)).toEqual(desk.acknowledged.slice(0, 2))
    expect(topicsIn(desk.beside('mine'))).toEqual(desk.acknowledged)
  })

  test('is replaced just before it is closed, then the new file is left as it is and the work is kept', () => {
    const desk = openDesk()
    desk.edit(2)
    const other = readFileSync(desk.other())
    renameSync(desk.other(), desk.path)
    expect(desk.close()).toMatchObject({ code: 'file_replaced' })
    expect(readFileSync(desk.path).equals(other)).toBe(true)
    expect(topicsIn(desk.path)).toEqual([])
    expect(topicsIn(desk.halted()!.home!)).toEqual(desk.acknowledged)
  })

  test('is written over in place by an older copy, then that one is not damaged and the work is kept', () => {
    const desk = openDesk()
    desk.edit(2)
    desk.engine.fold(null, unwatched)
    copyByAnotherProgram(desk.path, desk.beside('older'))
    const older = readFileSync(desk.beside('older'))
    desk.edit(3)
    copyByAnotherProgram(desk.beside('older'), desk.path)
    expect(desk.tryEdit()).toMatchObject({ ok: false, error: { code: 'file_overwritten' } })
    desk.close()
    expect(readFileSync(desk.path).equals(older)).toBe(true)
    expect(topicsIn(desk.path)).toEqual(desk.acknowledged.slice(0, 2))
    expect(topicsIn(desk.halted()!.home!)).toEqual(desk.acknowledged)
  })

  test('is written over in place by another workspace after all was folded back into it, then that one is left alone', () => {
    const desk = openDesk()
    desk.edit(2)
    const other = readFileSync(desk.other())
    desk.engine.fold(null, unwatched)
    copyByAnotherProgram(desk.other(), desk.path)
    desk.engine.keepFile()
    expect(desk.tryEdit()).toMatchObject({ ok: false, error: { code: 'file_overwritten' } })
    desk.close()
    expect(readFileSync(desk.path).equals(other)).toBe(true)
    expect(topicsIn(desk.path)).toEqual([])
    expect(topicsIn(desk.halted()!.home!)).toEqual(desk.acknowledged)
  })

  test('is written over in place by an older copy after all was folded back, then the work is kept too', () => {
    const desk = openDesk()
    desk.edit(2)
    desk.engine.fold(null, unwatched)
    copyByAnotherProgram(desk.path, desk.beside('older'))
    const older = readFileSync(desk.beside('older'))
    desk.edit(30)
    desk.engine.fold(null, unwatched)
    copyByAnotherProgram(desk.beside('older'), desk.path)
    expect(desk.tryEdit()).toMatchObject({ ok: false, error: { code: 'file_overwritten' } })
    desk.close()
    expect(readFileSync(desk.path).equals(older)).toBe(true)
    expect(topicsIn(desk.path)).toEqual(desk.acknowledged.slice(0, 2))
    expect(topicsIn(desk.halted()!.home!)).toEqual(desk.acknowledged)
  })

  test('is only touched, then work goes on', () => {
    const desk = openDesk()
    desk.edit(2)
    desk.engine.fold(null, unwatched)
    utimesSync(desk.path, new Date(), new Date(2020, 1, 1))
    desk.edit(2)
    expect(desk.halted()).toBeNull()
    desk.close()
    expect(topicsIn(desk.path)).toEqual(desk.acknowledged)
  })

  test('is deleted although nothing was done in it, then closing brings nothing back', () => {
    const first = openDesk()
    first.edit(1)
    first.close()
    const desk = openDesk(first.path)
    rmSync(desk.path)
    expect(desk.close()).toBeNull()
    expect(desk.leftAtOldName()).toEqual([])
  })
})

test('given many commands in one call, when the file is moved between, then what was acknowledged is in it', async () => {
  const desk = openDesk()
  const many = desk.engine.executeMany(
    { envelopes: Array.from({ length: 20_000 }, (_, index) => topic(`m${index}`)) },
    {
      isCancelled: () => false,
      progress: (done) => {
        if (done > 1000 && existsSync(desk.path)) renameSync(desk.path, desk.beside('renamed'))
      },
    },
  )
  const results = await many
  const kept = results.filter(({ ok }) => ok).length
  expect(kept).toBeGreaterThan(1000)
  expect(results.at(-1)).toMatchObject({ ok: false, error: { code: 'file_moved' } })
  expect(results).toHaveLength(20_000)
  desk.close()
  expect(topicsIn(desk.beside('renamed'))).toHaveLength(kept)
})

test('given saved edits, when work has paused, then a plain copy of the one file holds them all', () => {
  const desk = openDesk()
  desk.edit(50)
  expect(statSync(`${desk.path}-wal`).size).toBeGreaterThan(0)
  desk.engine.fold(null, unwatched)
  expect(statSync(`${desk.path}-wal`).size).toBe(0)
  copyByAnotherProgram(desk.path, desk.beside('mailed'))
  expect(topicsIn(desk.beside('mailed'))).toEqual(desk.acknowledged)
})

/** A workspace that an engine has open, with what it acknowledged. */
function openDesk(path = join(temporaryFolder(), 'w.claimtrail')) {
  const folder = dirname(path)
  const told: EngineNews[] = []
  const engine = makeEngine((news) => told.push(news))
  const acknowledged: string[] = []
  let isOpen = true
  const close = () => {
    isOpen = false
    return engine.close(null, unwatched)
  }
  onTestFinished(() => {
    if (isOpen) close()
  })
  if (!existsSync(path)) engine.create({ path }, unwatched)
  engine.open({ path }, unwatched)
  const tryEdit = () => {
    const id = `q${acknowledged.length}`
    const done = answer(() => engine.execute({ envelope: topic(id) }, unwatched))
    if (done.ok) acknowledged.push(id)
    return done
  }
  answer(() => engine.execute({ envelope: joining }, unwatched))
  return {
    path,
    folder,
    engine,
    acknowledged,
    tryEdit,
    close,
    edit(times: number) {
      for (let time = 0; time < times; time += 1) expect(tryEdit()).toMatchObject({ ok: true })
    },
    beside: (name: string) => join(folder, `${name}.claimtrail`),
    halted: () =>
      told.reduce<Halted | null>((last, news) => (news.kind === 'halted' ? news.halted : last), null),
    /** Another workspace's file in the same folder. */
    other() {
      const other = join(folder, 'other.claimtrail')
      if (!existsSync(other)) {
        makeEngine(() => {}).create({ path: join(folder, 'made.claimtrail') }, unwatched)
        copyFileSync(join(folder, 'made.claimtrail'), other)
        rmSync(join(folder, 'made.claimtrail'))
      }
      return other
    },
    leftAtOldName: () => readdirSync(folder).filter((name) => /^w\.claimtrail(?!-lock)/.test(name)),
    workspaces: () => readdirSync(folder).filter((name) => name.endsWith('.claimtrail')),
  }
}

const joining = {
  commandId: 'join',
  type: 'analyst.join',
  args: { id: 'ann', name: 'Ann Example', initials: 'AE', colour: 'blue' },
  by: 'ann',
}

function topic(id: string) {
  return { commandId: `open ${id}`, type: 'topic.open', args: { id, question: `${id}?` }, by: 'ann' }
}

/** This process must not open the file itself: closing it would let go of SQLite's locks. */
function copyByAnotherProgram(from: string, to: string): void {
  execFileSync('cp', [from, to])
}

/** What a workspace file holds, having proved right as it is, alone, in a folder of its own. */
function topicsIn(path: string): string[] {
  const alone = join(temporaryFolder(), 'alone.claimtrail')
  copyByAnotherProgram(path, alone)
  return withReader(alone, (db) => {
    expect(verify(db).findings).toEqual([])
    return db.prepare('SELECT id FROM topics ORDER BY rowid').pluck().all() as string[]
  })
}
