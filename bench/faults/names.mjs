import { copyFileSync, linkSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { startApplier } from './applier.mjs'
import { logOf, missingFrom } from './logs.mjs'
import { makeSound } from './sound.mjs'
import { makeTally } from './tally.mjs'
import { openTerminal } from './terminal.mjs'

/** Ways to one file. @type {Record<string, (path: string, home: string) => string>} */
const ways = {
  'the same name': (path) => path,
  'a way round': (_, home) => `${home}/sub/../w.claimtrail`,
  'a symbolic link': (path, home) => made(join(home, 'link.claimtrail'), (name) => symlinkSync(path, name)),
  'a link to its folder': (_, home) =>
    `${made(`${home}-link`, (name) => symlinkSync(home, name))}/w.claimtrail`,
  'a hard link': (path, home) => made(join(home, 'hard.claimtrail'), (name) => linkSync(path, name)),
}

/** @param {string} name @param {(name: string) => void} make */
function made(name, make) {
  make(name)
  return name
}

/**
 * Two processes write one workspace, which has several names. Whatever either acknowledges must be in the one log.
 * @param {{ folder: string, seed: number, count: number }} options
 */
export async function writeByTwoNames({ folder, seed, count }) {
  const tally = makeTally('two writers, also by links and hard links')
  const dataDir = join(folder, 'data')
  const terminal = await openTerminal(dataDir)
  const sound = join(folder, 'sound.claimtrail')
  const { by } = await makeSound(terminal, sound, seed, 60)
  const names = Object.keys(ways)
  for (let number = 0; number < count; number += 1) {
    const name = names[number % names.length] ?? ''
    const home = join(folder, `home-${number}`)
    mkdirSync(join(home, 'sub'), { recursive: true })
    const path = join(home, 'w.claimtrail')
    copyFileSync(sound, path)
    // A second name is there before, or comes while the first writer works; and both may begin at once.
    const [early, atOnce] = [number % 2 === 0, number % 3 === 0]
    const find = (/** @type {string} */ what) =>
      tally.findings.push(`${name} (try ${number} of seed ${seed}): ${what}`)
    let second = early ? ways[name]?.(path, home) : ''
    const first = startApplier(path, dataDir)
    if (!atOnce) {
      first.send(topics('first', number))
      await first.until(5)
    }
    second ||= ways[name]?.(path, home)
    const other = startApplier(second ?? path, dataDir)
    other.send(topics('other', number))
    first.send(topics('again', number))
    await Promise.all([other.until(5), first.until(atOnce ? 5 : 10)])
    const ends = await Promise.all([other.finish(), first.finish()])
    for (const { told } of ends) if (/internal|\n {4}at /.test(told)) find(told)
    if ([...first.rejected, ...other.rejected].some(({ code }) => code === 'internal')) find('internal')
    const acknowledged = [...first.acknowledged, ...other.acknowledged]
    const { hashes, problem } = await logOf(terminal, path)
    if (problem) find(problem)
    tally.tries += 1
    tally.acknowledged += acknowledged.length
    tally.lost += missingFrom(acknowledged, [hashes])
    const verified = await terminal(['verify', path])
    if (verified.exit !== 0) find(`verify: ${verified.out}${verified.told}`)
  }
  return tally

  /** @param {string} word @param {number} number */
  function topics(word, number) {
    return Array.from({ length: 5 }, (_, index) => ({
      commandId: `${word}-${number}-${index}`,
      type: 'topic.open',
      args: { id: `${word}-${index}`, question: `${word} ${index}?` },
      by,
    }))
  }
}
