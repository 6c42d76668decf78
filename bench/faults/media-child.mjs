import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readers } from './sound.mjs'
import { openTerminal } from './terminal.mjs'

/*
 * Runs where nothing may be written: `node media-child.mjs FOLDER DATA TRUTH` reads `FOLDER/w.claimtrail` in every way and tries
 * to change it. TRUTH is the same file where writing is allowed.
 */
const [folder = '', dataDir = '', truth = ''] = process.argv.slice(2)
const terminal = await openTerminal(dataDir)
/** @type {string[]} */
const findings = []
const path = join(folder, 'w.claimtrail')
const before = state()
const expected = readers(truth)
for (const [index, argv] of readers(path).entries()) {
  const name = [argv[0], ...argv.slice(2)].join(' ')
  const ran = await terminal(argv)
  const right = await terminal(expected[index] ?? [])
  if (ran.exit !== 0) findings.push(`${name}: ${ran.told}`)
  else if (ran.out !== right.out) findings.push(`${name} says something else than where writing is allowed`)
}
const command = {
  commandId: 'c',
  type: 'topic.open',
  args: { id: 'c', question: 'C?' },
  by: readFileSync(join(dataDir, 'by'), 'utf8'),
}
const applied = await terminal(['apply', path], JSON.stringify(command))
const acknowledged = /"ok":true/.test(applied.out) ? 1 : 0
if (acknowledged || applied.exit === 0) findings.push('apply says that it is done')
if (/internal/.test(applied.told + applied.out)) findings.push(`apply: ${applied.told}${applied.out}`)
for (const argv of [
  ['new', join(folder, 'n.claimtrail')],
  ['backup', path, join(folder, 'b.claimtrail')],
  ['export', path, '--table', 'claims', '-o', join(folder, 'c.csv')],
]) {
  const ran = await terminal(argv)
  if (ran.exit === 0) findings.push(`${argv[0]} says that it is done`)
  if (/internal/.test(ran.told)) findings.push(`${argv[0]}: ${ran.told}`)
}
const copied = await terminal(['backup', path, join(dataDir, `copy-${process.pid}.claimtrail`)])
if (copied.exit !== 0) findings.push(`backup to elsewhere: ${copied.told}`)
if (state() !== before) findings.push('something has changed')
console.log(JSON.stringify({ tries: 1, acknowledged, lost: acknowledged, findings }))
process.exit(0)

function state() {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort()) {
    hash.update(name)
    if (existsSync(join(folder, name))) hash.update(readFileSync(join(folder, name)))
  }
  return hash.digest('hex')
}
