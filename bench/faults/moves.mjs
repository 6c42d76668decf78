import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeRandom } from '../workload/random.mjs'
import { startApplier } from './applier.mjs'
import { logOf, missingFrom } from './logs.mjs'
import { makeSound } from './sound.mjs'
import { makeTally } from './tally.mjs'
import { openTerminal } from './terminal.mjs'

/**
 * What people, file managers and sync programs do to a workspace that is open. `keeps`: the file that was open is still
 * somewhere, so all that was acknowledged must be too; else what was acknowledged afterwards must be.
 * @type {Record<string, { keeps: boolean, deed: (place: Place) => void }>}
 */
const deeds = {
  'renamed in its folder': {
    keeps: true,
    deed: ({ path, home }) => renameSync(path, join(home, 'x.claimtrail')),
  },
  'moved to another folder': {
    keeps: true,
    deed({ path, home }) {
      mkdirSync(join(home, 'bin'))
      renameSync(path, join(home, 'bin', 'w.claimtrail'))
    },
  },
  'its folder renamed': { keeps: true, deed: ({ home }) => renameSync(home, `${home}-renamed`) },
  removed: { keeps: false, deed: ({ path }) => rmSync(path) },
  'replaced by an older copy, by rename': {
    keeps: false,
    deed: ({ path, older }) => renameSync(older, path),
  },
  'replaced by another workspace, by rename': {
    keeps: false,
    deed: ({ path, other }) => renameSync(other, path),
  },
  'overwritten in place by an older copy': {
    keeps: false,
    deed: ({ path, older }) => copyFileSync(older, path),
  },
  'its -wal removed': { keeps: true, deed: ({ path }) => rmSync(`${path}-wal`, { force: true }) },
  'moved, and another workspace put there': {
    keeps: true,
    deed({ path, other, home }) {
      renameSync(path, join(home, 'x.claimtrail'))
      renameSync(other, path)
    },
  },
}

/** @typedef {{ home: string, path: string, older: string, other: string }} Place */

/**
 * Moves, removes and replaces the file of a process that goes on writing. What it acknowledges must be found under some
 * name, whole; what lies under the old name must not be spoilt.
 * @param {{ folder: string, seed: number, count: number }} options
 */
export async function moveOpenFiles({ folder, seed, count }) {
  const tally = makeTally('moved, removed or replaced while it is open')
  const random = makeRandom(seed)
  const dataDir = join(folder, 'data')
  // Who judges has not seen the files before: that an older copy is told as one is not asked here.
  const terminal = await openTerminal(join(folder, 'judge'))
  const sound = join(folder, 'sound.claimtrail')
  const { by } = await makeSound(terminal, sound, seed, 60)
  const another = join(folder, 'another.claimtrail')
  await makeSound(terminal, another, seed + 1, 60)
  const names = Object.keys(deeds)
  for (let number = 0; number < count; number += 1) {
    const name = names[number % names.length] ?? ''
    await once(number, name)
    tally.tries += 1
  }
  return tally

  /** @param {number} number @param {string} name */
  async function once(number, name) {
    const how = deeds[name]
    if (!how) return
    const home = join(folder, `move-${number}`)
    mkdirSync(home)
    mkdirSync(join(home, 'elsewhere'))
    const place = {
      home,
      path: join(home, 'w.claimtrail'),
      older: join(home, 'elsewhere', 'older.claimtrail'),
      other: join(home, 'elsewhere', 'other.claimtrail'),
    }
    copyFileSync(sound, place.path)
    copyFileSync(sound, place.older)
    copyFileSync(another, place.other)
    const find = (/** @type {string} */ what) =>
      tally.findings.push(`${name} (try ${number} of seed ${seed}): ${what}`)
    const applier = startApplier(place.path, dataDir)
    const topics = (/** @type {string} */ word, /** @type {number} */ many) =>
      Array.from({ length: many }, (_, index) => ({
        commandId: `${word}-${number}-${index}`,
        type: 'topic.open',
        args: { id: `${word}-${number}-${index}`, question: `${word} ${index}?` },
        by,
      }))
    const before = 1 + random.int(30)
    applier.send(topics('before', before))
    await applier.until(before)
    how.deed(place)
    const after = 1 + random.int(10)
    applier.send(topics('after', after))
    await applier.until(before + after)
    const { code, told } = await applier.finish()
    const since = applier.acknowledged.slice(before)
    tally.acknowledged += applier.acknowledged.length
    if (/internal|\n {4}at /.test(told) || applier.rejected.some(({ code }) => code === 'internal'))
      find(told)
    if (since.length < after && code === 0) find('not everything was applied, and it ended with 0')
    const logs = []
    for (const file of workspacesBelow(folder, `move-${number}`)) {
      const { hashes, problem } = await logOf(terminal, file)
      if (problem) find(`${file.slice(folder.length + 1)}: ${problem}`)
      logs.push(hashes)
      const verified = await terminal(['verify', file])
      if (verified.exit !== 0) find(`${file.slice(folder.length + 1)}: ${verified.out}${verified.told}`)
    }
    const lost = missingFrom(how.keeps ? applier.acknowledged : since, logs)
    tally.lost += lost
    if (lost > 0)
      find(`${lost} of ${applier.acknowledged.length} acknowledged commands are in no file; it said: ${told}`)
  }
}

/**
 * A write-ahead log of another history lies beside a workspace at rest: it must not be applied.
 * @param {{ folder: string, seed: number, count: number }} options
 */
export async function putForeignWal({ folder, seed, count }) {
  const tally = makeTally('a -wal of another history beside it')
  const dataDir = join(folder, 'data')
  const terminal = await openTerminal(dataDir)
  const sound = join(folder, 'sound.claimtrail')
  const { by } = await makeSound(terminal, sound, seed, 60)
  const another = join(folder, 'another.claimtrail')
  await makeSound(terminal, another, seed + 1, 60)
  for (let number = 0; number < count; number += 1) {
    const find = (/** @type {string} */ what) => tally.findings.push(`try ${number} of seed ${seed}: ${what}`)
    const home = join(folder, `wal-${number}`)
    mkdirSync(home)
    const path = join(home, 'w.claimtrail')
    const source = join(home, 'source.claimtrail')
    // Of the same workspace gone on elsewhere, or of another one. Where it goes on from the very bytes that lie here,
    // it is what a killed program leaves: nothing tells the two apart, and nothing is wrong.
    const belongs = number % 4 === 2
    copyFileSync(number % 2 === 0 ? sound : another, source)
    const people = JSON.parse((await terminal(['log', source, '--json'])).out.split('\n')[0] ?? '')
    const applier = startApplier(source, dataDir)
    const most = 1 + (number % 30)
    applier.send(
      Array.from({ length: most }, (_, index) => ({
        commandId: `wal-${index}`,
        type: 'topic.open',
        args: { id: `wal-${index}`, question: `Wal ${index}?` },
        by: people.author,
      })),
    )
    await applier.until(most)
    await applier.kill()
    copyFileSync(sound, path)
    if (number % 4 < 2) {
      // The workspace has gone on too.
      const gone = { commandId: 'own', type: 'topic.open', args: { id: 'own', question: 'Own?' }, by }
      await terminal(['apply', path], JSON.stringify(gone))
    }
    const truth = await logOf(terminal, path)
    if (existsSync(`${source}-wal`)) copyFileSync(`${source}-wal`, `${path}-wal`)
    tally.tries += 1
    const { hashes, problem } = await logOf(terminal, path)
    if (problem && /internal/.test(problem)) find(problem)
    if (!problem && !belongs && JSON.stringify([...hashes]) !== JSON.stringify([...truth.hashes]))
      find('the log is another one now')
    const command = { commandId: 'later', type: 'topic.open', args: { id: 'later', question: 'Later?' }, by }
    const ran = await terminal(['apply', path], JSON.stringify(command))
    if (!/"ok":true/.test(ran.out)) continue
    tally.acknowledged += 1
    if (!(await terminal(['log', path, '--json'])).out.includes('"commandId":"later"')) tally.lost += 1
    const verified = await terminal(['verify', path])
    if (verified.exit !== 0) find(`verify: ${verified.out}${verified.told}`)
  }
  return tally
}

/** Every workspace file in folders whose names begin so. @param {string} folder @param {string} start @returns {string[]} */
function workspacesBelow(folder, start) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() &&
        entry.name.startsWith(start) &&
        /^(?:-|$)/.test(entry.name.slice(start.length)),
    )
    .flatMap((entry) =>
      readdirSync(join(folder, entry.name), { recursive: true })
        .map((name) => join(folder, entry.name, String(name)))
        .filter((path) => path.endsWith('.claimtrail')),
    )
}
