import { resolve } from 'node:path'
import type { BranchLine, ParentLine } from '../../../contract/branch.ts'
import { makeEngine } from '../../engine/engine.ts'
import { oneLine } from '../../shell-kit/terminal-text.ts'
import { type CliCommand, WrongUse } from '../command.ts'
import { watching } from '../workspace.ts'

export const branchChanges: CliCommand = {
  name: 'branch-changes',
  usage: 'BRANCH WORKSPACE [--side branch|original] [--json]',
  summary: 'Tells what was done in a branch since it began, and in its original.',
  help: `
Prints a command a line, oldest first: side, command id, first event, author, what it did, and what matters when
it is taken back, separated by tabs. With --json each line is an object. Both files are only read, and may be open.
WORKSPACE must be the one that BRANCH came from; it is known by the hash where they part, not by its name.`,
  options: {
    side: { type: 'string', value: 'SIDE', help: 'only “branch” or only “original” (default: both)' },
    json: { type: 'boolean', help: 'prints each command as a line of JSON' },
  },
  words: { least: 2, most: 2 },
  async run({ words, option, flag, io }) {
    const side = option('side')
    if (side !== undefined && side !== 'branch' && side !== 'original') {
      throw new WrongUse(`--side is “branch” or “original”, not “${side}”.`)
    }
    const input = { branch: resolve(words[0]!), parent: resolve(words[1]!), most: Number.MAX_SAFE_INTEGER }
    const found = await makeEngine(() => {}).compareBranch(input, watching(io, 'Comparing'))
    const tell = async (which: 'branch' | 'original', lines: readonly (BranchLine | ParentLine)[]) => {
      if (side !== undefined && side !== which) return
      for (const line of lines) {
        const told = flag('json') ? JSON.stringify({ side: which, ...line }) : toldLine(which, line)
        await io.print(`${told}\n`)
      }
    }
    await tell('branch', found.inBranch)
    await tell('original', found.inParent)
    const { parent, inBranchTotal, inParentTotal } = found
    io.tell(
      `Since event ${parent.seq} of ${parent.name}: ${inBranchTotal} commands in the branch, ${inParentTotal} in the original.`,
    )
    return 0
  },
}

function toldLine(side: string, line: BranchLine | ParentLine): string {
  const what = line.how === 'do' ? line.label : `${line.how}: ${line.label}`
  return [side, line.commandId, String(line.firstSeq), line.byName, what, ...remarks(line)]
    .map(oneLine)
    .join('\t')
}

function remarks(line: BranchLine | ParentLine): string[] {
  const told: string[] = []
  if (line.undone) told.push('undone since')
  if ('takenFrom' in line) return line.takenFrom === null ? told : [...told, `takes back ${line.takenFrom}`]
  if (line.inParent === 'taken') told.push('taken back')
  if (line.inParent === 'undone') told.push('taken back and undone')
  if (line.needs.length > 0) told.push(`needs ${line.needs.join(', ')}`)
  if (line.changedInParent.length > 0) {
    told.push(`changed in the original too: ${line.changedInParent.map((name) => `“${name}”`).join(', ')}`)
  }
  return told
}
