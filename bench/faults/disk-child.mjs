import { closeSync, existsSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { take } from '../lib/workspaces.mjs'
import { makeRandom } from '../workload/random.mjs'
import { work } from '../workload/work.mjs'
import { startApplier } from './applier.mjs'
import { openTerminal } from './terminal.mjs'

/*
 * Runs where the disk is small: `node disk-child.mjs FOLDER DATA SEED`. Works until nothing fits any more, looks what was kept,
 * tries everything that makes files on the full disk, makes room and goes on.
 */
const [folder = '', dataDir = '', seed = ''] = process.argv.slice(2)
const random = makeRandom(Number(seed))
const terminal = await openTerminal(dataDir)
const path = join(folder, 'w.claimtrail')
/** @type {string[]} */
const findings = []
const find = (/** @type {string} */ what) => findings.push(`seed ${seed}: ${what}`)

const spare = join(folder, 'spare')
fill(spare, 200_000)
const made = await terminal(['new', path])
if (made.exit !== 0) find(`new: ${made.told}`)
const commands = work({ seed: Number(seed), commandsPerArticle: 40, wordsPerArticle: 300 + random.int(2000) })

const applier = startApplier(path, dataDir)
let sent = 0
while (applier.rejected.length === 0 && sent < 20_000) {
  const piece = take(commands, 200)
  applier.send(piece)
  sent += piece.length
  await applier.until(sent)
}
const code = applier.rejected[0]?.code
if (!['disk_full', 'disk_error', 'read_only'].includes(code ?? ''))
  find(`a full disk is told as ${code}: ${applier.rejected[0]?.message}`)

// Whatever makes a file here must say that it cannot, and leave nothing.
const before = names()
fill(join(folder, 'ballast'), Number.MAX_SAFE_INTEGER)
for (const [argv, target] of /** @type {[string[], string][]} */ ([
  [['backup', path, join(folder, 'b.claimtrail')], 'b.claimtrail'],
  [['branch', path, '--at', '30', '--out', join(folder, 'c.claimtrail')], 'c.claimtrail'],
  [['export', path, '--table', 'annotations', '-o', join(folder, 'a.csv')], 'a.csv'],
  [['export', path, '--replay', '-o', join(folder, 'r.html')], 'r.html'],
  [['new', join(folder, 'n.claimtrail')], 'n.claimtrail'],
])) {
  const ran = await terminal(argv)
  if (ran.exit === 0 && existsSync(join(folder, target))) continue
  if (ran.exit === 0) find(`${argv[0]} says that it is done, and there is no ${target}`)
  if (/internal/.test(ran.told)) find(`${argv[0]}: ${ran.told}`)
  if (existsSync(join(folder, target))) find(`${argv[0]} failed and left ${target}`)
}
rmSync(join(folder, 'ballast'))
const left = names().filter((name) => !before.includes(name) && !/^(?:[abcnr]\.|w backups)/.test(name))
if (left.length > 0) find(`left behind: ${left.join(', ')}`)
for (const name of names().filter((name) => /^[abcnr]\./.test(name))) rmSync(join(folder, name))

// With room again, the same process goes on, or says why not.
rmSync(spare)
const kept = applier.acknowledged.length
applier.send([
  {
    commandId: 'room',
    type: 'topic.open',
    args: { id: 'room', question: 'Room?' },
    by: take(work({ seed: Number(seed) }), 1)[0]?.by,
  },
])
await applier.until(kept + applier.rejected.length + 1)
const { told } = await applier.finish()
if (!applier.acknowledged.some(({ commandId }) => commandId === 'room'))
  find(`with room again, nothing is taken: ${applier.rejected.at(-1)?.message ?? told}`)

const log = await terminal(['log', path, '--json'])
const hashes = new Map(
  log.out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .map(({ seq, hash }) => [seq, hash]),
)
const lost = applier.acknowledged.filter(({ seq, hash }) => hashes.get(seq) !== hash).length
const verified = await terminal(['verify', path])
if (verified.exit !== 0) find(`verify: ${verified.out}${verified.told}`)
console.log(JSON.stringify({ tries: 1, acknowledged: applier.acknowledged.length, lost, findings }))
process.exit(0)

function names() {
  return readdirSync(folder)
}

/** Fills a file until it has so many bytes or the disk takes no more. @param {string} file @param {number} bytes */
function fill(file, bytes) {
  const handle = openSync(file, 'w')
  try {
    for (let size = 1 << 16; size >= 1; ) {
      try {
        while (statSync(file).size + size <= bytes) writeSync(handle, Buffer.alloc(size, 1))
        return
      } catch (error) {
        const code = /** @type {NodeJS.ErrnoException} */ (error).code
        if (code !== 'ENOSPC' && code !== 'EFBIG') throw error
        size >>= 1
      }
    }
  } finally {
    closeSync(handle)
  }
}
