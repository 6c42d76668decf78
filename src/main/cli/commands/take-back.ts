import { resolve } from 'node:path'
import type { BothSides, RowDifference, Taken } from '../../../contract/branch.ts'
import type { FieldChange } from '../../../domain/history/fields.ts'
import { oneLine } from '../../shell-kit/terminal-text.ts'
import { analystFor, authorOf } from '../author.ts'
import { type CliCommand, type Io, WrongUse } from '../command.ts'
import { acceptHead, acceptHeadHelp } from '../heads.ts'
import { changeWorkspace, watching } from '../workspace.ts'

export const takeBackCommand: CliCommand = {
  name: 'take-back',
  usage: 'BRANCH WORKSPACE --commands ID,... [--anyway ID,...] [--by NAME] [--dry-run] [--accept-head]',
  summary: 'Takes chosen changes of a branch back into its original, as commands.',
  help: `
The ids are those of “claimtrail branch-changes”; “standing” stands for everything that the branch came to. Each
command is decided anew on top of what stands in WORKSPACE now, under a new id, and told with what it changes. One
whose rows were changed there since the branch began is a conflict: both sides are printed and it is not taken,
unless it is named after --anyway too. With --dry-run everything is told and nothing is changed. The exit code is 1
when something was not taken; the others are. They are undone like any change.

${acceptHeadHelp}`,
  options: {
    commands: { type: 'string', value: 'ID,...', help: 'what to take back, or “standing”' },
    anyway: {
      type: 'string',
      value: 'ID,...',
      help: 'those of them to take although both sides changed the same',
    },
    by: { type: 'string', value: 'NAME', help: 'who takes them back: a name, initials or an analyst’s id' },
    'dry-run': { type: 'boolean', help: 'tells what would happen and changes nothing' },
    'accept-head': acceptHead,
    json: { type: 'boolean', help: 'prints each result as a line of JSON' },
  },
  words: { least: 2, most: 2 },
  async run({ words, option, flag, io }) {
    const named = listOf(option('commands'))
    if (named.length === 0)
      throw new WrongUse('Say what to take back: --commands ID,… or --commands standing.')
    const anyway = new Set(listOf(option('anyway')))
    const [branch, parent] = [resolve(words[0]!), resolve(words[1]!)]
    const rehearse = flag('dry-run')
    const taken = await changeWorkspace(parent, io, { acceptHead: flag('accept-head') }, async (engine) => {
      const watch = watching(io, 'Taking back')
      // Files that do not belong together are refused before anyone joins.
      const compared = await engine.compareBranch({ branch, parent, most: Number.MAX_SAFE_INTEGER }, watch)
      const standing = compared.inBranch.filter(({ standing, inParent }) => standing && inParent !== 'taken')
      const ids = named.flatMap((id) =>
        id === 'standing' ? standing.map(({ commandId }) => commandId) : [id],
      )
      const forgotten = [...anyway].find((id) => !ids.includes(id))
      if (forgotten !== undefined)
        throw new WrongUse(`--anyway names ${forgotten}, which is not to be taken.`)
      const commands = [...new Set(ids)].map((commandId) => ({ commandId, anyway: anyway.has(commandId) }))
      const { analyst: by } = await analystFor(engine, option('by'), io)
      if (!rehearse) by.id = await authorOf(engine, option('by'), io)
      return engine.takeBack({ branch, commands, by, rehearse }, watch)
    })
    const done = taken.filter(({ result }) => result === 'taken').length
    try {
      for (const one of taken) await io.print(flag('json') ? `${JSON.stringify(one)}\n` : told(one, rehearse))
    } finally {
      tellTotal(io, done, taken.length - done, rehearse)
    }
    return done === taken.length ? 0 : 1
  },
}

function listOf(text: string | undefined): string[] {
  return (text ?? '').split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]))
}

function told({ commandId, label, result, problem, changes, changesTotal, sides }: Taken, rehearse: boolean) {
  const how = result === 'taken' ? (rehearse ? 'would be taken' : 'taken') : result
  const lines = [[how, commandId, label].map(oneLine).join('\t')]
  if (problem) lines.push(`  ${oneLine(problem.message)} [${problem.code}]`)
  for (const side of sides) lines.push(...toldSides(side))
  for (const change of changes) lines.push(...toldChange(change))
  if (changesTotal > changes.length) lines.push(`  and ${changesTotal - changes.length} more`)
  return `${lines.join('\n')}\n`
}

function toldChange({ how, name, fields }: RowDifference): string[] {
  return [`  ${how}: ${oneLine(name)}`, ...fields.map((field) => `    ${toldField(field)}`)]
}

function toldSides({ name, byName, seq, inParent, inBranch }: BothSides): string[] {
  const side = (fields: FieldChange[] | null) => fields?.map(toldField).join('; ') ?? 'removed'
  return [
    `  both changed: ${oneLine(name)}`,
    `    original (event ${seq}, ${oneLine(byName)}): ${side(inParent)}`,
    `    branch: ${side(inBranch)}`,
  ]
}

function toldField({ label, before, after }: FieldChange): string {
  return oneLine(`${label}: ${before || 'none'} -> ${after || 'none'}`)
}

function tellTotal(io: Io, done: number, left: number, rehearse: boolean): void {
  const verb = rehearse ? 'would be taken back' : 'taken back'
  io.tell(`${done} ${verb}, ${left} not.${rehearse ? ' Nothing was changed.' : ''}`)
}
