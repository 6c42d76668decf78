import { statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run as runProgram } from '../../scripts/lib/run.mjs'
import { besidePeer } from '../lib/figure.mjs'
import { runPeer } from '../lib/peer.mjs'
import { median } from '../lib/stats.mjs'
import { count, duration, megabytes } from '../lib/units.mjs'

/** CSV export of the claims, beside csv-stringify on the same rows in memory. @param {import('../lib/run.mjs').Run} run */
export async function exportClaims({ folder, repeats, say, claimsWorkspace }) {
  const workspace = await claimsWorkspace()
  const target = join(folder, 'claims.csv')
  const ours = []
  const theirs = []
  let rows = 0
  let memory = { firstHalf: 0, secondHalf: 0 }
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const exported = await exportInProcess(workspace.path, target)
    ours.push(exported.milliseconds)
    // The run that grew most counts.
    if (grownBy(exported) >= grownBy(memory)) memory = exported
    const peer = await runPeer('stringify', { csv: target }, { besideJob: true })
    theirs.push(peer.milliseconds)
    rows = peer.rows - 1
    say(`export ${repeat + 1}: ${duration(exported.milliseconds)}`)
  }
  const measure = `CSV export of ${count(rows)} claims (${megabytes(statSync(target).size)})`
  const grown = grownBy(memory)
  return [
    besidePeer({
      measure,
      ours: median(ours),
      peer: 'csv-stringify on the same rows in memory',
      theirs: median(theirs),
      within: 2,
      numbers: { runs: ours, peerRuns: theirs, rows },
    }),
    {
      measure: `${measure}: memory`,
      value: `peak ${megabytes(memory.secondHalf)} in the second half`,
      beside: `peak in the first half: ${megabytes(memory.firstHalf)}`,
      aim: 'flat: within 10 %',
      met: grown <= 0.1,
      numbers: { ...memory, grown },
    },
  ]
}

/**
 * The same as of the last event but one, whose tables are folded from the log first: that is the jump, and the first
 * half of what the export tells.
 * @param {import('../lib/run.mjs').Run} run
 */
export async function exportPast({ folder, repeats, say, claimsWorkspace }) {
  const { path, claims, events } = await claimsWorkspace()
  const live = []
  const past = []
  const jumps = []
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    live.push((await exportInProcess(path, join(folder, 'live.csv'))).milliseconds)
    const exported = await exportInProcess(path, join(folder, 'past.csv'), events - 1)
    past.push(exported.secondHalfTook)
    jumps.push(exported.milliseconds - exported.secondHalfTook)
    say(`export as of an earlier event ${repeat + 1}: ${duration(exported.milliseconds)}`)
  }
  return [
    besidePeer({
      measure: `CSV export of ${count(claims)} claims as of an earlier event, after the jump`,
      ours: median(past),
      peer: 'the live export',
      theirs: median(live),
      within: 1.5,
      note: `the jump, which folds ${count(events)} events: ${duration(median(jumps))}`,
      numbers: { runs: past, peerRuns: live, jumps },
    }),
  ]
}

/** @param {{ firstHalf: number, secondHalf: number }} memory */
function grownBy({ firstHalf, secondHalf }) {
  return secondHalf / Math.max(1, firstHalf) - 1
}

/**
 * Exports by the built job worker in a process of its own, whose memory is then the export's.
 * @param {string} workspace @param {string} target @param {number} [asOf]
 * @returns {Promise<{ milliseconds: number, secondHalfTook: number, firstHalf: number, secondHalf: number }>} peaks of
 *   resident bytes
 */
async function exportInProcess(workspace, target, asOf) {
  const script = fileURLToPath(new URL('../lib/export-process.mjs', import.meta.url))
  const { code, output } = await runProgram(process.execPath, [
    script,
    workspace,
    target,
    ...(asOf === undefined ? [] : [String(asOf)]),
  ])
  if (code !== 0) throw new Error(`the export ended with code ${code}: ${output}`)
  return JSON.parse(output)
}
