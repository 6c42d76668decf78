import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type EngineClient, startEngine } from '../client.ts'
import { temporaryFolder } from '../workspace.fixture.ts'
import { withReader } from './open.ts'

const script = new URL('../worker.ts', import.meta.url)

test('given work that pauses, a plain copy of the one file soon holds every acknowledged edit, and nothing lies beside it', async () => {
  const { engine, path } = await startOpen()
  for (let made = 0; made < 50; made += 1) await makeTopic(engine, `q${made}`)
  // A kill in that moment would leave just this.
  await expect.poll(() => unfolded(path), { timeout: 20_000 }).toBe(0)
  expect(topicsInCopyOf(path)).toHaveLength(50)
})

test('given a look at the past that reads on, the edits are folded back as soon as it lets go', async () => {
  const { engine, path } = await startOpen()
  await makeTopic(engine, 'q1')
  const past = engine.call('queryAsOf', { path, seq: 1, name: 'topics.list', input: {}, analyst: null })
  await makeTopic(engine, 'q2')
  expect(await past).toMatchObject({ ok: true, value: [] })
  await expect.poll(() => unfolded(path), { timeout: 20_000 }).toBe(0)
  expect(topicsInCopyOf(path)).toEqual(['q1', 'q2'])
})

test('given a backup, the file itself is not behind it', async () => {
  const { engine, path } = await startOpen()
  await makeTopic(engine, 'q1')
  expect(await engine.call('backup', { path })).toMatchObject({ ok: true })
  expect(topicsInCopyOf(path)).toEqual(['q1'])
})

test('given a file that is moved while nobody works, the program is told', async () => {
  const { engine, path } = await startOpen()
  await makeTopic(engine, 'q1')
  const moved = join(dirname(path), 'moved.claimtrail')
  const told = new Promise((resolve) => engine.onHalted(resolve))
  execFileSync('mv', [path, moved])
  expect(await told).toMatchObject({ loss: 'moved', path, home: moved, seq: 2 })
})

async function startOpen(): Promise<{ engine: EngineClient; path: string }> {
  const engine = startEngine(script)
  onTestFinished(() => engine.end())
  const path = join(temporaryFolder(), 'w.claimtrail')
  await engine.call('create', { path })
  await engine.call('open', { path })
  const args = { id: 'ann', name: 'Ann Example', initials: 'AE', colour: 'blue' }
  await engine.call('execute', { envelope: { commandId: 'join', type: 'analyst.join', args, by: 'ann' } })
  return { engine, path }
}

async function makeTopic(engine: EngineClient, id: string): Promise<void> {
  const args = { id, question: `${id}?` }
  const envelope = { commandId: `make-${id}`, type: 'topic.open', args, by: 'ann' }
  expect(await engine.call('execute', { envelope })).toMatchObject({ ok: true })
}

function unfolded(path: string): number {
  return statSync(`${path}-wal`).size
}

function topicsInCopyOf(path: string): unknown[] {
  const copy = join(temporaryFolder(), 'mailed.claimtrail')
  execFileSync('cp', [path, copy])
  return withReader(copy, (db) => db.prepare('SELECT id FROM topics ORDER BY rowid').pluck().all())
}
