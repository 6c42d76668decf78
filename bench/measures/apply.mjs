import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { withEngine } from '../lib/engine.mjs'
import { besidePeer } from '../lib/figure.mjs'
import { runPeer } from '../lib/peer.mjs'
import { median } from '../lib/stats.mjs'
import { count, duration } from '../lib/units.mjs'
import { applyAll, take } from '../lib/workspaces.mjs'
import { work } from '../workload/work.mjs'

/** As many commands as go over to the engine at a time. */
const portion = 5_000

/** Batch `apply` of many commands, beside a raw batch insert of the rows that it left. @param {import('../lib/run.mjs').Run} run */
export async function apply({ folder, sizes, repeats, say }) {
  const envelopes = take(work({ seed: 2 }), sizes.commands)
  const ours = []
  const log = []
  const all = []
  let rows = { log: 0, all: 0 }
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const path = join(folder, `apply-${repeat}.claimtrail`)
    ours.push(await applyTo(path, envelopes))
    const raw = await runPeer('batch-insert', { workspace: path, target: join(folder, `apply-${repeat}`) })
    log.push(raw.log.milliseconds)
    all.push(raw.all.milliseconds)
    rows = { log: raw.log.rows, all: raw.all.rows }
    for (const ending of ['.claimtrail', '-log', '-all'])
      rmSync(join(folder, `apply-${repeat}${ending}`), { force: true })
    say(`apply ${repeat + 1}: ${duration(ours[repeat] ?? 0)}`)
  }
  return [
    besidePeer({
      measure: `batch apply of ${count(sizes.commands)} commands (${count(rows.log)} events)`,
      ours: median(ours),
      peer: `raw batch insert of the same ${count(rows.all)} rows`,
      theirs: median(all),
      within: 6,
      note: `the log's ${count(rows.log)} rows alone: ${duration(median(log))}`,
      numbers: { runs: ours, rawAllTables: all, rawLogAlone: log, rows },
    }),
  ]
}

/** @param {string} path @param {import('../lib/workspaces.mjs').CommandEnvelope[]} envelopes */
function applyTo(path, envelopes) {
  return withEngine(async (engine) => {
    await engine.call('create', { path })
    await engine.call('open', { path })
    let milliseconds = 0
    for (let at = 0; at < envelopes.length; at += portion)
      milliseconds += (await applyAll(engine, envelopes.slice(at, at + portion))).milliseconds
    return milliseconds
  })
}
