import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { startEngine, withEngine } from '../lib/engine.mjs'
import { besidePeer } from '../lib/figure.mjs'
import { runPeer } from '../lib/peer.mjs'
import { median, percentile, timed } from '../lib/stats.mjs'
import { count, duration, megabytes, times } from '../lib/units.mjs'
import { makeWorkspace, take } from '../lib/workspaces.mjs'
import { work } from '../workload/work.mjs'
import { past } from './past.mjs'

/**
 * What a log of a million events costs: rebuild, verify, open, and one durable command more.
 * @param {import('../lib/run.mjs').Run} run
 */
export async function million(run) {
  const { folder, sizes, say } = run
  const path = join(folder, 'large.claimtrail')
  const commands = work({ seed: 1 })
  const made = await makeWorkspace(path, commands, sizes.events)
  say(`made a workspace of ${count(made.events)} events in ${duration(made.applying)} of the engine's time`)
  const figures = [
    await execute(run, path, commands),
    ...(await rebuild(run, path, made.events)),
    ...(await verify(run, path, made.events)),
    ...(await open(run, path, made.events)),
    ...(await past(run, path, made.events)),
  ]
  rmSync(path)
  return figures
}

/** @param {import('../lib/run.mjs').Run} run @param {string} path @param {number} events */
async function rebuild({ repeats, say }, path, events) {
  const ours = []
  const theirs = []
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    theirs.push((await runPeer('read-and-parse', { workspace: path })).milliseconds)
    const { milliseconds } = await withEngine(async (engine) => {
      await engine.call('open', { path })
      return timed(() => engine.call('rebuild', null))
    })
    ours.push(milliseconds)
    say(`rebuild ${repeat + 1}: ${duration(milliseconds)}`)
  }
  return [
    besidePeer({
      measure: `rebuild of ${count(events)} events`,
      ours: median(ours),
      peer: 'read and JSON.parse of the same rows',
      theirs: median(theirs),
      within: 4,
      numbers: { runs: ours, peerRuns: theirs },
    }),
  ]
}

/** @param {import('../lib/run.mjs').Run} run @param {string} path @param {number} events */
async function verify({ repeats, say }, path, events) {
  const ours = []
  const theirs = []
  let bytes = 0
  let alone = 0
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const peer = await runPeer('hash-rows', { workspace: path })
    theirs.push(peer.milliseconds)
    bytes = peer.bytes
    alone = peer.hashingAlone
    // Beside the writer, in two threads of their own, as the program runs it.
    const { milliseconds, value } = await withEngine((engine) => timed(() => engine.call('verify', { path })))
    if (!value.ok) throw new Error(`verify found: ${value.findings[0]?.message}`)
    ours.push(milliseconds)
    say(`verify ${repeat + 1}: ${duration(milliseconds)}`)
  }
  return [
    besidePeer({
      measure: `verify of ${count(events)} events`,
      ours: median(ours),
      peer: `SHA-256 over the same ${megabytes(bytes)}, row by row`,
      theirs: median(theirs),
      within: 3,
      note: `shared by two threads, the peer in one; hashing alone, nothing read: ${duration(alone)}`,
      numbers: { runs: ours, peerRuns: theirs, bytes, hashingAlone: alone },
    }),
  ]
}

/** @param {import('../lib/run.mjs').Run} run @param {string} path @param {number} events */
async function open({ folder, sizes }, path, events) {
  const small = join(folder, 'small.claimtrail')
  const made = await makeWorkspace(small, work({ seed: 3 }), sizes.smallEvents)
  /** @type {{ large: number[], small: number[] }} */
  const taken = { large: [], small: [] }
  await withEngine(async (engine) => {
    for (let repeat = 0; repeat < 15; repeat += 1) {
      for (const which of /** @type {const} */ (['large', 'small'])) {
        const { milliseconds } = await timed(() =>
          engine.call('open', { path: which === 'large' ? path : small }),
        )
        taken[which].push(milliseconds)
        await engine.call('close', null)
      }
    }
  })
  return [
    besidePeer({
      measure: `open a workspace of ${count(events)} events`,
      ours: median(taken.large),
      peer: `open one of ${count(made.events)}`,
      theirs: median(taken.small),
      within: 2,
      numbers: { runs: taken.large, peerRuns: taken.small },
    }),
  ]
}

/**
 * Durable commands one by one on the large workspace; raw commits and ours take turns, so that both meet the same disk.
 * @param {import('../lib/run.mjs').Run} run @param {string} path
 * @param {Iterator<import('../lib/workspaces.mjs').CommandEnvelope>} commands go on where the workspace ends
 */
async function execute({ folder, sizes }, path, commands) {
  /** @type {number[]} */
  const ours = []
  /** @type {number[]} */
  const theirs = []
  const engine = startEngine()
  const { seq } = await engine.call('open', { path })
  for (const envelope of take(commands, 50)) await engine.call('execute', { envelope })
  const turns = 20
  for (let turn = 0; turn < turns; turn += 1) {
    for (const envelope of take(commands, sizes.executes / turns)) {
      const { milliseconds } = await timed(() => engine.call('execute', { envelope }))
      ours.push(milliseconds)
    }
    const rows = {
      fromSeq: seq - sizes.executes + (turn * sizes.executes) / turns,
      count: sizes.executes / turns,
    }
    const target = join(folder, 'one-row.db')
    theirs.push(...(await runPeer('one-row-commits', { workspace: path, target, ...rows })))
  }
  await engine.end()
  const p99 = { ours: percentile(ours, 0.99), theirs: percentile(theirs, 0.99) }
  return besidePeer({
    measure: `durable execute through the worker, median of ${count(ours.length)}`,
    ours: median(ours),
    peer: 'one-row insert and commit, synchronous=FULL, raw better-sqlite3',
    theirs: median(theirs),
    within: 2.5,
    note: `p99 ${duration(p99.ours)}, raw p99 ${duration(p99.theirs)} (${times(p99.ours / p99.theirs)})`,
    numbers: { p99, count: ours.length },
  })
}
