import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { inProject } from '../../scripts/lib/paths.mjs'
import { startApplier } from './applier.mjs'
import { makeSound } from './sound.mjs'
import { makeTally } from './tally.mjs'
import { openTerminal } from './terminal.mjs'

/** Processes at a time, and tries in each: one that crashes costs little. */
const lanes = 2
const chunk = 50

/**
 * Spoils copies of a sound workspace, one place each: bits, bytes, pages, the header, the end, of the file and of a
 * write-ahead log that lies beside it. Reading, checking and opening them must end in sentences that are true.
 * @param {{ folder: string, seed: number, count: number }} options
 */
export async function flipBytes({ folder, seed, count }) {
  const tally = makeTally('a byte flipped, a page, an end, in the file or its -wal')
  const dataDir = join(folder, 'data')
  const terminal = await openTerminal(dataDir)
  const sound = join(folder, 'sound.claimtrail')
  const { by } = await makeSound(terminal, sound, seed)
  writeFileSync(join(folder, 'by'), by ?? '')
  await makeHot()
  let next = 0
  await Promise.all(Array.from({ length: lanes }, lane))
  return tally

  /** A copy whose last work lies in its -wal, as a killed program leaves it. */
  async function makeHot() {
    const hot = join(folder, 'hot.claimtrail')
    const work = join(folder, 'work.claimtrail')
    copyFileSync(sound, work)
    const applier = startApplier(work, dataDir)
    applier.send(
      Array.from({ length: 20 }, (_, index) => ({
        commandId: `hot-${index}`,
        type: 'topic.open',
        args: { id: `hot-${index}`, question: `Hot ${index}?` },
        by,
        at: '2025-01-02T00:00:00.000Z',
      })),
    )
    await applier.until(20)
    await applier.kill()
    for (const end of ['', '-wal']) copyFileSync(work + end, hot + end)
  }

  async function lane() {
    while (next < count) {
      const from = next
      next = Math.min(count, next + chunk)
      await spoilFrom(from, next)
    }
  }

  /** @param {number} from @param {number} to */
  async function spoilFrom(from, to) {
    mkdirSync(join(folder, `from-${from}`, 'data'), { recursive: true })
    const args = [inProject('bench', 'faults', 'flips-child.mjs'), folder, seed, from, to].map(String)
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    // A file that makes the program read for ever is a finding too.
    const patience = setTimeout(() => child.kill('SIGKILL'), 60_000 + (to - from) * 10_000)
    let complaints = ''
    child.stderr.on('data', (data) => {
      complaints = `${complaints}${data}`.slice(-1000)
    })
    let current = from
    createInterface({ input: child.stdout }).on('line', (line) => {
      const told = JSON.parse(line)
      current = told.number
      if (told.begun) return
      tally.tries += 1
      tally.acknowledged += told.acknowledged
      tally.lost += told.lost
      for (const finding of told.findings)
        tally.findings.push(`flip ${told.number} of seed ${seed}: ${finding}`)
    })
    const [code, signal] = await new Promise((done) => child.once('close', (...how) => done(how)))
    clearTimeout(patience)
    if (code === 0) return
    tally.findings.push(
      `flip ${current} of seed ${seed}: the program ended with ${signal ?? code}: ${complaints}`,
    )
    if (current + 1 < to && current >= from) await spoilFrom(current + 1, to)
  }
}
