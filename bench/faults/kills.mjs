import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { inProject } from '../../scripts/lib/paths.mjs'
import { take } from '../lib/workspaces.mjs'
import { makeRandom } from '../workload/random.mjs'
import { work } from '../workload/work.mjs'
import { environment, startApplier } from './applier.mjs'
import { makeTally } from './tally.mjs'
import { openTerminal } from './terminal.mjs'

/** Events after which a workspace is put aside for a new one: each is checked whole after every kill. */
const mostEvents = 1200

/** Writers at a time, each on its own workspaces: starting one leaves time for looking after another. */
const lanes = 3

/**
 * Kills processes that write (SIGKILL), at random moments under load and while they start. After each, everything
 * acknowledged must be in the log under its hash, and the workspace must be clean. What was not acknowledged is sent
 * again, as a script would, and must be accepted.
 * @param {{ folder: string, seed: number, count: number }} options
 */
export async function killWriters({ folder, seed, count }) {
  const tally = makeTally('kill -9 of a writer')
  const dataDir = join(folder, 'data')
  const terminal = await openTerminal(dataDir)
  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)))
  return tally

  /** @typedef {{ path: string, commands: ReturnType<typeof work>, unanswered: import('../../src/domain/command.ts').CommandEnvelope[], all: Map<number, string>, events: number }} Slot */

  /** @param {number} number */
  async function lane(number) {
    const random = makeRandom(seed + number * 1_000_003)
    /** @type {Slot | null} */
    let slot = null
    for (let kill = number; kill < count; kill += lanes) {
      if (!slot || slot.events >= mostEvents) slot = await newSlot(`${kill}`, random.int(1_000_000))
      await killOnce(slot, random, `kill ${kill} of seed ${seed}`)
    }
  }

  /** @param {Slot} slot @param {ReturnType<typeof makeRandom>} random @param {string} where */
  async function killOnce(slot, random, where) {
    const applier = startApplier(slot.path, dataDir)
    // Always more on its way than is answered by then.
    while (slot.unanswered.length < 400) slot.unanswered.push(...take(slot.commands, 100))
    applier.send(slot.unanswered)
    if (random.chance(0.15)) await delay(random.int(500))
    else await applier.until(1 + random.int(250)).then(() => delay(random.int(20)))
    const { signal, told } = await applier.kill()
    tally.tries += 1
    if (signal !== 'SIGKILL') tally.findings.push(`${where}: the writer ended by itself: ${told}`)
    for (const { commandId, message } of applier.rejected)
      tally.findings.push(`${where}: ${commandId} was rejected: ${message}`)
    await check(slot, applier.acknowledged, where)
  }

  /** @param {string} name @param {number} workSeed @returns {Promise<Slot>} */
  async function newSlot(name, workSeed) {
    const path = join(folder, `${name}.claimtrail`)
    await terminal(['new', path])
    const commands = work({ seed: workSeed, commandsPerArticle: 25, wordsPerArticle: 250 })
    return { path, commands, unanswered: [], all: new Map(), events: 0 }
  }

  /** @param {Slot} slot @param {readonly import('./applier.mjs').Acknowledged[]} acknowledged @param {string} where */
  async function check(slot, acknowledged, where) {
    const before = slot.all.size
    for (const { seq, hash } of acknowledged) slot.all.set(seq, hash)
    tally.acknowledged += slot.all.size - before
    const answered = new Set(acknowledged.map(({ commandId }) => commandId))
    slot.unanswered = slot.unanswered.filter(({ commandId }) => !answered.has(commandId))
    const log = await terminal(['log', slot.path, '--json'])
    if (log.exit !== 0) tally.findings.push(`${where}: log: ${log.told}`)
    const events = log.out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
    const hashes = new Map(events.map(({ seq, hash }) => [seq, hash]))
    tally.lost += [...slot.all].filter(([seq, hash]) => hashes.get(seq) !== hash).length
    slot.events = events.length
    const verified = await terminal(['verify', slot.path])
    if (verified.exit !== 0) tally.findings.push(`${where}: verify: ${verified.out}${verified.told}`)
  }
}

/**
 * Kills commands that make files. Afterwards each file is there whole or not at all, the workspace is clean, and the next
 * start sweeps up what was left.
 * @param {{ folder: string, seed: number, count: number }} options
 */
export async function killMakers({ folder, seed, count }) {
  const tally = makeTally('kill -9 of new, import, backup, branch, export, rebuild')
  const random = makeRandom(seed)
  const dataDir = join(folder, 'data')
  const terminal = await openTerminal(dataDir)
  const path = join(folder, 'w.claimtrail')
  await terminal(['new', path])
  const commands = take(work({ seed, commandsPerArticle: 25, wordsPerArticle: 250 }), 500)
  await terminal(['apply', path], commands.map((command) => JSON.stringify(command)).join('\n'))
  const texts = join(folder, 'texts')
  mkdirSync(texts)
  for (let text = 0; text < 8; text += 1)
    writeFileSync(join(texts, `${text}.txt`), `Text ${text}\n\n${'Some words on it. '.repeat(2000)}`)

  /** What is killed, and what the file that it makes must pass when it is there. @type {(n: number) => [string[], string[] | null][]} */
  const makers = (n) => [
    [
      ['new', join(folder, `new-${n}.claimtrail`)],
      ['verify', join(folder, `new-${n}.claimtrail`)],
    ],
    [
      ['backup', path, join(folder, `backup-${n}.claimtrail`)],
      ['verify', join(folder, `backup-${n}.claimtrail`)],
    ],
    [
      ['branch', path, '--at', '300', '--out', join(folder, `branch-${n}.claimtrail`)],
      ['verify', join(folder, `branch-${n}.claimtrail`)],
    ],
    [
      ['export', path, '--table', 'claims', '-o', join(folder, 'claims.csv')],
      ['verify-export', join(folder, 'claims.csv'), path],
    ],
    [['rebuild', path], null],
    [['import', path, texts, '--by', 'Somebody Else'], null],
  ]
  for (let kill = 0; kill < count; kill += 1) {
    const where = `kill ${kill} of seed ${seed}`
    const [argv, check] = random.pick(makers(kill))
    const child = spawn(process.execPath, [inProject('out', 'main', 'cli.js'), ...argv], {
      env: environment(dataDir),
      stdio: 'ignore',
    })
    const ended = new Promise((done) => child.once('close', done))
    await Promise.race([ended, delay(150 + random.int(500))])
    child.kill('SIGKILL')
    await ended
    tally.tries += 1
    const verified = await terminal(['verify', path])
    if (verified.exit !== 0)
      tally.findings.push(`${where} (${argv[0]}): verify: ${verified.out}${verified.told}`)
    const made = check?.[1]
    if (check && made && existsSync(made)) {
      const checked = await terminal(check)
      if (checked.exit !== 0)
        tally.findings.push(`${where} (${argv[0]}): ${check[0]}: ${checked.out}${checked.told}`)
    }
  }
  const sweeping = spawn(process.execPath, [inProject('out', 'main', 'cli.js'), '--version'], {
    env: environment(dataDir),
    stdio: 'ignore',
  })
  await new Promise((done) => sweeping.once('close', done))
  const known =
    /^(?:(?:w|new-\d+|backup-\d+|branch-\d+)\.claimtrail(?:-lock|-wal|-shm)?|claims\.csv.*|w backups|texts|data)$/
  const left = readdirSync(folder).filter((name) => !known.test(name))
  if (left.length > 0) tally.findings.push(`left behind after the next start: ${left.join(', ')}`)
  return tally
}
