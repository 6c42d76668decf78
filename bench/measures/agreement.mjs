import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { withEngine } from '../lib/engine.mjs'
import { besideLimit } from '../lib/figure.mjs'
import { untilClaims } from '../lib/run.mjs'
import { median, timed } from '../lib/stats.mjs'
import { count, duration, times } from '../lib/units.mjs'
import { makeWorkspace } from '../lib/workspaces.mjs'

/** @typedef {import('../lib/engine.mjs').Engine} Engine */
/** @typedef {import('../../src/contract/compare.ts').Agreement} Agreement */

/**
 * What the claims of one topic are to each other, at growing numbers of claims: the first page of findings after a change,
 * when nothing is known yet, and a page in the middle. All claims lie within weeks, so that most of them meet most others.
 * @param {import('../lib/run.mjs').Run} run
 */
export async function agreement({ folder, sizes, repeats, say }) {
  const grown = []
  for (const claims of sizes.growth) {
    const path = join(folder, `agreement-${claims}.claimtrail`)
    await makeWorkspace(path, untilClaims(claims, { seed: 6, mostTopics: 1 }))
    const told = await withEngine((engine) => measure(engine, path, repeats))
    rmSync(path)
    say(
      `${count(claims)} claims: first page in ${duration(told.first)}, ${count(told.findings)} findings${told.isComplete ? '' : ' at least'}`,
    )
    grown.push({ claims, ...told })
  }
  const [small, middle, large] = grown
  if (!small || !middle || !large) throw new Error('agreement is measured at three sizes')
  const growth = (/** @type {typeof small} */ a, /** @type {typeof small} */ b) =>
    `${times(b.first / a.first)} the time for ${times(b.claims / a.claims)} the claims`
  return [
    besideLimit({
      measure: `agreement, ${count(middle.claims)} claims in a topic: first page of findings after a change`,
      ours: middle.first,
      limit: 1000,
      beside: `${count((middle.claims * (middle.claims - 1)) / 2)} pairs of claims`,
      aim: 'under 1 s',
      note: grown
        .map(
          ({ claims, first, findings, isComplete }) =>
            `${count(claims)} claims ${duration(first)} (${isComplete ? '' : 'at least '}${count(findings)} findings)`,
        )
        .join(', '),
      numbers: { grown },
    }),
    {
      measure: `agreement, growth from ${count(small.claims)} to ${count(large.claims)} claims`,
      value: `${growth(small, middle)}, then ${growth(middle, large)}`,
      beside: `all pairs: ${times((middle.claims / small.claims) ** 2)}, then ${times((large.claims / middle.claims) ** 2)}`,
      aim: 'below all pairs',
      met:
        middle.first / small.first < (middle.claims / small.claims) ** 2 &&
        large.first / middle.first < (large.claims / middle.claims) ** 2,
      note: `a page in the middle of ${count(large.findings)} findings: ${duration(large.deep)}`,
      numbers: { grown },
    },
  ]
}

/** @param {Engine} engine @param {string} path @param {number} repeats */
async function measure(engine, path, repeats) {
  await engine.call('open', { path })
  const query = (
    /** @type {import('../../src/contract/requests.ts').RequestName} */ name,
    /** @type {object} */ input,
  ) => engine.call('query', { name, input, analyst: null })
  const [topic] = /** @type {{ id: string }[]} */ (await query('compare.topics', {}))
  const asked = { topicId: topic?.id, kind: null, dismissed: false, limit: 50 }
  /** @param {number} offset @returns {Promise<Agreement>} */
  const ask = async (offset) =>
    /** @type {Agreement} */ (await query('compare.agreement', { ...asked, offset }))
  const first = []
  let answer = await ask(0)
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    await judge(engine, answer.findings[0], repeat)
    const { milliseconds, value } = await timed(() => ask(0))
    first.push(milliseconds)
    answer = value
  }
  const deep = (await timed(() => ask(Math.floor(answer.total / 2)))).milliseconds
  return {
    first: median(first),
    runs: first,
    deep,
    findings: answer.total,
    isComplete: answer.isComplete,
    counts: answer.counts,
  }
}

/**
 * Dismisses a finding: after any change what claims are to each other is worked out anew.
 * @param {Engine} engine @param {Agreement['findings'][number] | undefined} finding @param {number} repeat
 */
async function judge(engine, finding, repeat) {
  if (!finding) throw new Error('there is no finding to judge')
  const { a, b, kind } = finding
  const args = { id: `bench-${repeat}`, aId: a.claimId, bId: b.claimId, kind }
  const [analyst] = /** @type {{ id: string }[]} */ (
    await engine.call('query', { name: 'analysts.list', input: {}, analyst: null })
  )
  await engine.call('execute', {
    envelope: { commandId: `bench-${repeat}`, type: 'finding.dismiss', args, by: analyst?.id },
  })
}
