import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { type EngineClient, startEngine } from './client.ts'
import type { Changed } from './protocol.ts'
import { temporaryFolder } from './workspace.fixture.ts'

const script = new URL('./worker.ts', import.meta.url)

function start(): EngineClient {
  const engine = startEngine(script)
  onTestFinished(() => engine.end())
  return engine
}

async function startOpen(): Promise<{ engine: EngineClient; path: string }> {
  const engine = start()
  const path = join(temporaryFolder(), 'w.claimtrail')
  await engine.call('create', { path })
  await engine.call('open', { path })
  await engine.call('execute', { envelope: join1 })
  return { engine, path }
}

const join1 = {
  commandId: 'join',
  type: 'analyst.join',
  args: { id: 'ann', name: 'Ann Example', initials: 'AE', colour: 'blue' },
  by: 'ann',
}

const topics = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    commandId: `topic-${index}`,
    type: 'topic.open',
    args: { id: `q${index}`, question: `Question ${index}?` },
    by: 'ann',
  }))

test('given no open workspace, a call is a problem that says so', async () => {
  const engine = start()
  const answer = await engine.call('query', { name: 'status', input: {}, analyst: null })
  expect(answer).toMatchObject({ ok: false, error: { code: 'no_workspace' } })
})

test('given a command, the change is told before its answer', async () => {
  const { engine } = await startOpen()
  const told: Changed[] = []
  engine.onChanged((change) => told.push(change))
  const [topic] = topics(1)
  const answer = await engine.call('execute', { envelope: topic! })
  expect(told).toMatchObject([
    { seq: 2, hash: answer.ok ? answer.value.hash : '', tables: ['topics'], items: ['topics/q0'] },
  ])
})

test('given many commands, progress is told, and cancelling keeps what was committed and answers its results', async () => {
  const { engine } = await startOpen()
  const stop = new AbortController()
  const steps: number[] = []
  const answer = await engine.call(
    'executeMany',
    { envelopes: topics(20_000) },
    {
      signal: stop.signal,
      progress(done) {
        steps.push(done)
        stop.abort()
      },
    },
  )
  const done = answer.ok ? answer.value.length : 0
  const status = await engine.call('query', { name: 'status', input: {}, analyst: 'ann' })
  expect(status).toMatchObject({ ok: true, value: { seq: done + 1 } })
  expect(done).toBeGreaterThanOrEqual(steps[0]!)
  expect(done).toBeLessThan(20_000)
})

test('given a check, a rebuild and a backup that are cancelled, they say so and leave everything as it was', async () => {
  const { engine, path } = await startOpen()
  for (const envelope of topics(3)) await engine.call('execute', { envelope })
  const stopped = { signal: AbortSignal.abort() }
  const answers = [
    await engine.call('verify', { path }, stopped),
    await engine.call('rebuild', null, stopped),
    await engine.call('backup', { path }, stopped),
  ]
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(readdirSync(join(dirname(path), `${basename(path, '.claimtrail')} backups`))).toEqual([])
  expect(await engine.call('verify', { path })).toMatchObject({ ok: true, value: { ok: true } })
})

test('given a check and a backup, they run beside the writer and end', async () => {
  const { engine, path } = await startOpen()
  const [checked, copied, executed] = await Promise.all([
    engine.call('verify', { path }),
    engine.call('backup', { path }),
    engine.call('execute', { envelope: topics(1)[0]! }),
  ])
  expect(checked).toMatchObject({ ok: true, value: { ok: true } })
  expect(copied.ok && existsSync(copied.value.path)).toBe(true)
  expect(executed.ok).toBe(true)
})

test('given something wrong in either half of the check, then the joined report tells both', async () => {
  const { engine, path } = await startOpen()
  await engine.call('close', null)
  const db = new Database(path)
  db.exec("DROP TRIGGER texts_no_update; UPDATE analysts SET name = 'Somebody else'")
  db.close()
  const checked = await engine.call('verify', { path })
  const codes = checked.ok ? checked.value.findings.map(({ code }) => code) : []
  expect(checked).toMatchObject({ ok: true, value: { ok: false, head: 1 } })
  expect(codes.sort()).toEqual(['row_different', 'schema_altered'])
})

test('given a rebuild, the tables answer as before', async () => {
  const { engine } = await startOpen()
  await engine.call('executeMany', { envelopes: topics(5) })
  const list = () => engine.call('query', { name: 'topics.list', input: {}, analyst: 'ann' })
  const before = await list()
  expect(await engine.call('rebuild', null)).toEqual({ ok: true, value: { events: 6 } })
  expect(await list()).toEqual(before)
})

test('given a worker that dies, pending and later calls are problems', async () => {
  const folder = temporaryFolder()
  const dying = join(folder, 'dying.mjs')
  writeFileSync(
    dying,
    "import { parentPort } from 'node:worker_threads'\nparentPort.on('message', () => process.exit(3))\n",
  )
  const engine = startEngine(new URL(`file://${dying}`))
  onTestFinished(() => engine.end())
  const pending = [engine.call('close', null), engine.call('rebuild', null)]
  for (const answer of await Promise.all(pending)) {
    expect(answer).toMatchObject({ ok: false, error: { code: 'engine_stopped' } })
  }
  expect(await engine.call('close', null)).toMatchObject({ ok: false, error: { code: 'engine_stopped' } })
})
