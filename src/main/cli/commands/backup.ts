import { resolve } from 'node:path'
import { makeEngine } from '../../engine/engine.ts'
import { type CliCommand, newPath } from '../command.ts'
import { headsOf } from '../heads.ts'
import { watching } from '../workspace.ts'

export const backup: CliCommand = {
  name: 'backup',
  usage: 'WORKSPACE FILE',
  summary: 'Writes a complete copy of a workspace to another file.',
  help: `
The copy is whole as of one moment, also while the program is writing, and can be opened like any workspace.
A file that is there already is never replaced. This is the sure way to copy a workspace that is open; a second
after the last edit its one file holds everything too, so that a plain copy of that is whole.`,
  options: {},
  words: { least: 2, most: 2 },
  async run({ words, io }) {
    const target = newPath(words[1]!)
    const watch = watching(io, 'Copying')
    const { bytes } = await makeEngine(() => {}).backup({ path: resolve(words[0]!), target }, watch)
    headsOf(io).forget(target)
    io.tell(`Wrote ${words[1]} (${bytes} bytes).`)
    return 0
  },
}
