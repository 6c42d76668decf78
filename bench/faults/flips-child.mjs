import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { makeRandom } from '../workload/random.mjs'
import { readers } from './sound.mjs'
import { openTerminal } from './terminal.mjs'

/*
 * A process of its own, so that one that crashes is seen: `node flips-child.mjs FOLDER SEED FROM TO` takes the sound
 * workspace `FOLDER/sound.claimtrail`, alone and as `FOLDER/hot.claimtrail` with work in its -wal, spoils a copy for each
 * number and looks what the program makes of it. A line of JSON for each: what was acknowledged, what was wrong.
 */
const [folder = '', seed = '', from = '', to = ''] = process.argv.slice(2)
const own = join(folder, `from-${from}`)
const terminal = await openTerminal(join(own, 'data'))
const path = join(own, 'w.claimtrail')
const truth = { sound: await told('sound'), hot: await told('hot') }
for (let number = Number(from); number < Number(to); number += 1) {
  console.log(JSON.stringify({ number, begun: true }))
  console.log(JSON.stringify({ number, ...(await spoilOnce(number)) }))
}
process.exit(0)

/** What every reader says of the sound file, and its log. @param {'sound' | 'hot'} kind */
async function told(kind) {
  const outputs = new Map()
  takeCopy(kind)
  for (const argv of readers(path)) {
    const ran = await terminal(argv)
    if (ran.exit !== 0) throw new Error(`${argv.join(' ')}: ${ran.told}`)
    outputs.set(nameOf(argv), ran.out)
  }
  return { outputs, log: logOf(path) }
}

/** @param {'sound' | 'hot'} kind */
function takeCopy(kind) {
  for (const name of readdirSync(own))
    if (name !== 'data') rmSync(join(own, name), { recursive: true, force: true })
  copyFileSync(join(folder, `${kind}.claimtrail`), path)
  if (kind === 'hot') copyFileSync(join(folder, 'hot.claimtrail-wal'), `${path}-wal`)
}

/** @param {number} number */
async function spoilOnce(number) {
  const random = makeRandom(Number(seed) * 7919 + number)
  const kind = random.chance(0.3) ? 'hot' : 'sound'
  takeCopy(kind)
  const target = kind === 'hot' && random.chance(0.6) ? `${path}-wal` : path
  const bytes = readFileSync(target)
  const { spoiled, how } = spoil(bytes, random)
  writeFileSync(target, spoiled)
  /** @type {string[]} */
  const findings = []
  const find = (/** @type {string} */ what) =>
    findings.push(`${how} of ${target.slice(own.length + 1)} (${kind}): ${what}`)

  const differs = logOf(path) !== truth[kind].log
  let verified = 0
  let misled = ''
  const before = state()
  for (const argv of readers(path)) {
    const ran = await ranOf(argv)
    if (!ran) continue
    if (argv[0] === 'verify') verified = ran.exit
    else if (ran.exit === 0 && ran.out !== truth[kind].outputs.get(nameOf(argv))) misled = nameOf(argv)
    const now = state()
    if (now !== before) {
      find(`${nameOf(argv)} changed the file that it reads`)
      break
    }
  }
  // A -wal that was spoilt ends earlier for SQLite: what its last pages held was there once, and nothing can tell.
  const onlyShorter = target.endsWith('-wal')
  if (verified === 0 && differs && !onlyShorter)
    find('the log or a text differs, and verify says that nothing is wrong')
  if (verified === 0 && misled !== '' && !onlyShorter)
    find(`${misled} says something else, and verify that nothing is wrong`)

  let acknowledged = 0
  let lost = 0
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const command = {
      commandId: `after-${number}-${attempt}`,
      type: 'topic.open',
      args: { id: `t${attempt}`, question: 'And now?' },
      by: by(),
    }
    const unwritten = state()
    const ran = await ranOf(['apply', path], JSON.stringify(command))
    if (!ran) continue
    if (ran.told.includes('left as it is') && state() !== unwritten)
      find('apply says “left as it is”, and the file has changed')
    const result = /"ok":true/.test(ran.out)
    if (!result) continue
    acknowledged += 1
    const again = await ranOf(['log', path, '--json'])
    if (!again?.out.includes(`"commandId":"after-${number}-${attempt}"`)) lost += 1
  }
  const backups = join(own, 'w backups')
  const made = existsSync(backups) ? readdirSync(backups).length : 0
  if (made > 1) find(`${made} backups were made of it`)
  return { acknowledged, lost, findings }

  /** A command that must end in sentences. @param {string[]} argv @param {string} [input] */
  async function ranOf(argv, input) {
    try {
      const ran = await terminal(argv, input)
      if (/internal/.test(ran.told) || /"code":"internal/.test(ran.out))
        find(`${nameOf(argv)}: ${ran.told || ran.out}`)
      return ran
    } catch (error) {
      find(`${nameOf(argv)} threw: ${error instanceof Error ? error.stack : error}`)
      return null
    }
  }
}

function by() {
  return readFileSync(join(folder, 'by'), 'utf8')
}

/** @param {Buffer} bytes @param {ReturnType<typeof makeRandom>} random */
function spoil(bytes, random) {
  const spoiled = Buffer.from(bytes)
  const at = random.int(bytes.length)
  const kind = random.pick(['bit', 'bit', 'byte', 'byte', 'bytes', 'header', 'page', 'swap', 'cut', 'more'])
  const page = 4096
  if (kind === 'bit') spoiled[at] = (spoiled[at] ?? 0) ^ (1 << random.int(8))
  if (kind === 'byte') spoiled[at] = random.int(256)
  if (kind === 'bytes')
    for (let i = 0; i < 64; i += 1) spoiled[Math.min(at + i, bytes.length - 1)] = random.int(256)
  if (kind === 'header') spoiled[random.int(100)] = random.int(256)
  if (kind === 'page') spoiled.fill(0, at - (at % page), Math.min(at - (at % page) + page, bytes.length))
  if (kind === 'swap') {
    const other = random.int(bytes.length)
    bytes.copy(spoiled, at - (at % page), other - (other % page), other - (other % page) + page)
  }
  if (kind === 'cut') return { spoiled: bytes.subarray(0, at), how: `cut at ${at}` }
  if (kind === 'more')
    return {
      spoiled: Buffer.concat([bytes, Buffer.alloc(1 + random.int(9000), random.int(256))]),
      how: 'more at the end',
    }
  return { spoiled, how: `${kind} at ${at}` }
}

/** Everything that belongs to the file, without what readers may make for themselves: an empty -wal, its index, its lock. */
function state() {
  const hash = createHash('sha256')
  for (const file of [path, `${path}-wal`])
    hash.update(existsSync(file) ? readFileSync(file) : '').update('|')
  return hash.digest('hex')
}

/** The log and the texts as they lie in the file, read by SQLite alone; what cannot be read differs from everything. @param {string} file */
function logOf(file) {
  const copy = join(own, 'data', 'copy')
  for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true })
  copyFileSync(file, copy)
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`)
  const hash = createHash('sha256')
  try {
    const db = new Database(copy)
    for (const table of ['log', 'commands', 'texts'])
      for (const row of db.prepare(`SELECT * FROM ${table} ORDER BY 1`).iterate())
        hash.update(JSON.stringify(row))
    db.close()
    return hash.digest('hex')
  } catch (error) {
    return `unreadable: ${error instanceof Error ? error.message : error}`
  }
}

/** @param {string[]} argv */
function nameOf(argv) {
  return [argv[0], ...argv.slice(2)].join(' ')
}
