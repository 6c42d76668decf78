import { resolve } from 'node:path'
import { makeEngine } from '../../engine/engine.ts'
import { type CliCommand, newPath, WrongUse } from '../command.ts'
import { headsOf } from '../heads.ts'
import { momentAsked, momentHelp } from '../moment.ts'
import { watching } from '../workspace.ts'

export const branch: CliCommand = {
  name: 'branch',
  usage: 'WORKSPACE --at MOMENT --out FILE',
  summary: 'Makes a copy of a workspace as of a moment, to try another reading in.',
  help: `
The branch is a workspace of its own. Its log is the original's up to that moment, hash for hash, and the file
knows where it came from. A number between the events of one command is refused, with the nearest that are not. A
file that is there already is never replaced. The original may be open; it is only read.

${momentHelp}`,
  options: {
    at: { type: 'string', value: 'MOMENT', help: 'where the branch begins' },
    out: { type: 'string', value: 'FILE', help: 'the new workspace' },
  },
  words: { least: 1, most: 1 },
  async run({ words, option, io }) {
    const at = option('at')
    const out = option('out')
    if (at === undefined) throw new WrongUse('Say where the branch begins: --at MOMENT.')
    if (out === undefined) throw new WrongUse('Say where the branch shall lie: --out FILE.')
    const target = newPath(out)
    const path = resolve(words[0]!)
    const { seq, name } = momentAsked(path, at, io)
    const input = { path, seq, target, moment: name ?? '' }
    const { parent } = await makeEngine(() => {}).branch(input, watching(io, 'Branching'))
    headsOf(io).forget(input.target)
    io.tell(`Made ${out}: a branch of ${parent.name} at event ${parent.seq}, hash ${parent.hash}.`)
    return 0
  },
}
