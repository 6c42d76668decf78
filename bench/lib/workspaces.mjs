import { withEngine } from './engine.mjs'

/** @typedef {import('../../src/domain/command.ts').CommandEnvelope} CommandEnvelope */

/**
 * Makes a workspace by applying commands, in order, until its log has so many events or there are no more commands.
 * @param {string} path
 * @param {Iterator<CommandEnvelope>} commands
 * @param {number} [events]
 * @returns {Promise<{ events: number, hash: string, applying: number }>} `applying`: milliseconds in which the
 *   engine worked, without the time to make up the commands
 */
export function makeWorkspace(path, commands, events = Number.MAX_SAFE_INTEGER) {
  return withEngine(async (engine) => {
    await engine.call('create', { path })
    await engine.call('open', { path })
    const made = { events: 0, hash: '', applying: 0 }
    while (made.events < events) {
      // A command makes one event or more: smaller and smaller portions end close to what is wanted.
      const envelopes = take(commands, Math.min(5_000, Math.ceil((events - made.events) / 2)))
      if (envelopes.length === 0) break
      const applied = await applyAll(engine, envelopes)
      made.events = applied.seq
      made.hash = applied.hash
      made.applying += applied.milliseconds
    }
    return made
  })
}

/**
 * Applies commands that must all be accepted.
 * @param {import('./engine.mjs').Engine} engine @param {CommandEnvelope[]} envelopes
 */
export async function applyAll(engine, envelopes) {
  const began = performance.now()
  const results = await engine.call('executeMany', { envelopes })
  const milliseconds = performance.now() - began
  const last = results[results.length - 1]
  for (const [index, result] of results.entries())
    if (!result.ok) throw new Error(`${envelopes[index]?.type}: ${result.error.message}`)
  if (!last?.ok) throw new Error('nothing was applied')
  return { milliseconds, seq: last.value.seq, hash: last.value.hash }
}

/** @template T @param {Iterator<T>} iterator @param {number} count @returns {T[]} */
export function take(iterator, count) {
  const taken = []
  while (taken.length < count) {
    const { done, value } = iterator.next()
    if (done) break
    taken.push(value)
  }
  return taken
}
