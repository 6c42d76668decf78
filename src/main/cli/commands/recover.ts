import { resolve } from 'node:path'
import { recover } from '../../engine/file/recover.ts'
import { newFile } from '../../targets/new-file.ts'
import { type CliCommand, Stopped } from '../command.ts'
import { watching } from '../workspace.ts'

export const recoverWork: CliCommand = {
  name: 'recover',
  usage: 'WORKSPACE WAL NEW',
  summary: 'Joins a workspace to latest work on it that was left under another name.',
  help: `
A workspace that is moved, or replaced by another copy, while a program has it open leaves its latest work behind: a
file whose name ends with “-wal”, or with “-wal.left-behind-…” where Claimtrail put it aside. WORKSPACE is where the
file is now, WAL that work, NEW a file to be made that holds both. Only work whose log goes on from the workspace’s own,
event by event and hash by hash, is taken. WORKSPACE and WAL stay as they are.`,
  options: {},
  words: { least: 3, most: 3 },
  async run({ words, io }) {
    const target = newFile(words[2]!)
    if (!target.ok) throw new Stopped(target.error)
    const [main, wal] = [resolve(words[0]!), resolve(words[1]!)]
    const { seq, before } = recover(main, wal, target.value, watching(io, 'Recovering'))
    io.tell(`Wrote ${words[2]}: ${seq - before} events more than the workspace had, up to event ${seq}.`)
    return 0
  },
}
