import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withEngine } from '../lib/engine.mjs'
import { median } from '../lib/stats.mjs'
import { count, megabytes } from '../lib/units.mjs'
import { applyAll, take } from '../lib/workspaces.mjs'
import { startProgram } from '../soak/program.mjs'
import { workThrough } from '../soak/round.mjs'
import { makeRandom } from '../workload/random.mjs'
import { work } from '../workload/work.mjs'

/** @typedef {import('../soak/program.mjs').Sample} Sample */

/**
 * Whether the program grows while its data does not: rounds of the same work on fresh copies of one workspace in one
 * process, so that what an append-only log gains is the same in each. After each round another, small workspace is
 * opened, every thread's heap is collected, and memory, handles and files are counted.
 * @param {import('../lib/run.mjs').Run} run
 */
export async function soak({ folder, minutes, sizes, say }) {
  const place = join(folder, 'soak')
  const dataDir = join(place, 'data')
  const workspaces = join(dataDir, 'workspaces')
  const temporary = join(place, 'temporary')
  for (const made of [workspaces, temporary]) mkdirSync(made, { recursive: true })
  const base = join(place, 'base.claimtrail')
  const commands = take(work({ seed: 8 }), sizes.soakCommands)
  const by = commands[0]?.by ?? ''
  const events = await makeBase(base, commands, by)
  copyFileSync(base, join(workspaces, 'Idle.claimtrail'))
  const open = join(workspaces, 'Soak.claimtrail')
  const profile = { id: by, name: 'Analyst 1', initials: 'A1', colour: 'blue' }
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify({ profile }))

  const program = await startProgram({ dataDir, temporary })
  /** @type {Sample[]} */
  const samples = []
  const until = performance.now() + minutes * 60_000
  try {
    while (performance.now() < until || samples.length < 6) {
      rmSync(join(dataDir, 'heads'), { recursive: true, force: true })
      copyFileSync(base, open)
      await openNamed(program, 'Soak')
      await workThrough(program, makeRandom(1 + samples.length), events)
      await openNamed(program, 'Idle')
      for (const ending of ['', '-wal', '-shm', '-lock']) rmSync(open + ending, { force: true })
      samples.push(await program.sample())
      const now = samples[samples.length - 1]
      if (now) say(`round ${samples.length}: ${told(now)}`)
    }
  } finally {
    await program.end()
  }
  return figures(samples, minutes, events)
}

/** @param {string} path @param {import('../lib/workspaces.mjs').CommandEnvelope[]} commands @param {string} by */
function makeBase(path, commands, by) {
  const brief = { commandId: 'brief', type: 'brief.save', args: { id: 'brief', name: 'Daily' }, by }
  return withEngine(async (engine) => {
    await engine.call('create', { path })
    await engine.call('open', { path })
    const { seq } = await applyAll(engine, [...commands, brief])
    return seq
  })
}

/** @param {import('../soak/round.mjs').Program} program @param {string} name */
async function openNamed(program, name) {
  const known = await program.ask('workspace.list')
  const { key } = known.find((/** @type {any} */ workspace) => workspace.name === name)
  await program.ask('workspace.open', { key })
}

/** @param {Sample} sample */
function told({ main, workers, threads, resident, handles, files }) {
  return `heaps ${megabytes(main)} and ${megabytes(workers)} in ${threads} threads, resident ${megabytes(resident)}, ${handles} handles, ${files} files`
}

/** The first rounds fill caches and compile; of the others the second half is laid beside the first. @param {Sample[]} samples @param {number} minutes @param {number} events */
function figures(samples, minutes, events) {
  const warm = samples.slice(Math.max(1, Math.floor(samples.length / 6)))
  const half = Math.floor(warm.length / 2)
  const halves = [warm.slice(0, half), warm.slice(warm.length - half)]
  /** @param {(sample: Sample) => number} of @param {(values: number[]) => number} [typical] */
  const grown = (of, typical = median) => {
    const [first = 0, second = 0] = halves.map((part) => typical(part.map(of)))
    return { first, second, share: second / first - 1 }
  }
  // Exports stay for a moment until they were fetched: what counts is the most at a time.
  const most = (/** @type {number[]} */ values) => Math.max(...values)
  const heap = grown(({ main, workers }) => main + workers)
  const resident = grown(({ resident }) => resident)
  const handles = grown(({ handles }) => handles, most)
  const files = grown(({ files }) => files, most)
  const measure = `soak: ${minutes} minutes, ${count(samples.length)} rounds of the same work on ${count(events)} events`
  /** @param {string} what @param {{ first: number, second: number, share: number }} growth @param {(value: number) => string} unit @param {boolean} flat @param {string} aim */
  const figure = (what, growth, unit, flat, aim) => ({
    measure: `${measure}: ${what}`,
    value: `${unit(growth.second)} in the second half (${growth.share >= 0 ? '+' : ''}${(growth.share * 100).toFixed(1)} %)`,
    beside: `the first half: ${unit(growth.first)}`,
    aim,
    met: flat,
    numbers: { ...growth, samples },
  })
  return [
    figure('heaps of all threads', heap, megabytes, heap.share <= 0.1, 'flat: within 10 %'),
    figure('resident memory', resident, megabytes, resident.share <= 0.1, 'flat: within 10 %'),
    figure('open handles', handles, count, handles.second <= handles.first, 'no more'),
    figure('files', files, count, files.second <= files.first, 'no more'),
  ]
}
