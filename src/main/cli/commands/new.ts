import { makeEngine } from '../../engine/engine.ts'
import { type CliCommand, newPath } from '../command.ts'
import { watching } from '../workspace.ts'

export const newWorkspace: CliCommand = {
  name: 'new',
  usage: 'WORKSPACE',
  summary: 'Makes an empty workspace.',
  help: 'Its name should end in .claimtrail. A file that is there already is never replaced.',
  options: {},
  words: { least: 1, most: 1 },
  async run({ words, io }) {
    await makeEngine(() => {}).create({ path: newPath(words[0]!) }, watching(io, 'Making'))
    io.tell(`Made ${words[0]}.`)
    return 0
  },
}
