import { join } from 'node:path'
import { withEngine } from '../lib/engine.mjs'
import { besideLimit } from '../lib/figure.mjs'
import { untilClaims } from '../lib/run.mjs'
import { mean, timed } from '../lib/stats.mjs'
import { count, duration } from '../lib/units.mjs'
import { makeWorkspace } from '../lib/workspaces.mjs'

const repeats = 3

/**
 * Finds the independent origins of a topic of more and more claims, each time after a correction, so that nothing is kept from
 * before.
 * @param {import('../lib/run.mjs').Run} run
 */
export async function independence({ folder, sizes, say }) {
  /** @type {{ claims: number, first: number, again: number, origins: number }[]} */
  const grown = []
  for (const claims of sizes.growth) {
    const path = join(folder, `independence-${claims}.claimtrail`)
    await makeWorkspace(path, untilClaims(claims, { seed: 9, mostTopics: 1 }))
    const found = await measure(path)
    say(`${count(claims)} claims: ${duration(found.first)}, then ${duration(found.again)} after each change`)
    grown.push({ claims, ...found })
  }
  const [small, middle] = [grown[0], grown[1]]
  if (!small || !middle) throw new Error('growth needs two sizes at least')
  return [
    besideLimit({
      measure: `independence of ${count(middle.claims)} claims in a topic, asked again after a correction`,
      ours: middle.again,
      limit: 1000,
      aim: 'under 1 s',
      beside: `with ${count(small.claims)}: ${duration(small.again)}`,
      note: grown
        .map(
          ({ claims, first, again, origins }) =>
            `${count(claims)}: first ${duration(first)}, again ${duration(again)}, ${count(origins)} origins`,
        )
        .join('; '),
      numbers: { grown },
    }),
  ]
}

/** @param {string} path */
function measure(path) {
  return withEngine(async (engine) => {
    await engine.call('open', { path })
    /** @param {string} name @param {object} input */
    const ask = (name, input) =>
      /** @type {Promise<any>} */ (
        engine.call('query', { name: /** @type {any} */ (name), input, analyst: null })
      )
    /** @type {{ id: string, claims: number }[]} */
    const topics = await ask('topics.list', {})
    const topicId = /** @type {{ id: string }} */ (topics.sort((a, b) => b.claims - a.claims)[0]).id
    const analyst = (await ask('analysts.list', {}))[0].id
    const look = () => ask('compare.independence', { topicId, groups: 24, members: 24 })
    const first = await timed(look)
    const found = /** @type {import('../../src/contract/independence.ts').Independence} */ (first.value)
    const [one, other] = Object.keys(found.claims)
    const taken = []
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      await engine.call('execute', {
        envelope: {
          commandId: `bench-${repeat}`,
          type: 'originLink.set',
          args: {
            id: 'bench',
            oneId: one,
            otherId: other,
            verdict: repeat % 2 === 0 ? 'same origin' : 'independent',
          },
          at: '2030-01-01T00:00:00.000Z',
          by: analyst,
        },
      })
      taken.push((await timed(look)).milliseconds)
    }
    return { first: first.milliseconds, again: mean(taken), origins: found.origins }
  })
}
