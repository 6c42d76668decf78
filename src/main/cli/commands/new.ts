import { makeEngine } from '../../engine/engine.ts'
import { type CliCommand, newPath } from '../command.ts'
import { headsOf } from '../heads.ts'
import { watching } from '../workspace.ts'

export const newWorkspace: CliCommand = {
  name: 'new',
  usage: 'WORKSPACE',
  summary: 'Makes an empty workspace.',
  help: 'Its name should end in .claimtrail. A file that is there already is never replaced.',
  options: {},
  words: { least: 1, most: 1 },
  async run({ words, io }) {
    const path = newPath(words[0]!)
    await makeEngine(() => {}).create({ path }, watching(io, 'Making'))
    headsOf(io).forget(path)
    io.tell(`Made ${words[0]}.`)
    return 0
  },
}
