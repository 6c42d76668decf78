import type { BranchComparison, BranchLine, CommandLine, ParentLine } from '../../../contract/branch.ts'
import { argumentWords } from '../../../domain/branch/argument-words.ts'
import type { KeptCommand } from '../../../domain/branch/kept-command.ts'
import { needsOf } from '../../../domain/branch/needs.ts'
import { standingCommands, undoneCommands } from '../../../domain/branch/standing.ts'
import { rowName } from '../../../domain/history/names.ts'
import { parseStream } from '../../../domain/rows.ts'
import { readHead } from '../log/log.ts'
import {
  type BranchReading,
  checkIsParent,
  commandsAfter,
  readBranch,
  readWorkspace,
  refuseSameFile,
  type WorkspaceReading,
} from './branch-log.ts'
import { type TakenBefore, takenBefore } from './taken.ts'

/**
 * What was done in a branch since the fork, and in its parent, command by command. Both files are only read; either
 * may be open. Throws an EngineProblem: `not_a_branch`, `not_the_parent`, `same_file`, or as reading throws.
 *
 * @param most how many commands of each side are told; of the others the number
 */
export function compareBranch(branchPath: string, parentPath: string, most: number): BranchComparison {
  refuseSameFile(branchPath, parentPath)
  const branch = readBranch(branchPath)
  try {
    const parent = readWorkspace(parentPath)
    try {
      checkIsParent(branch.parent, parent.db, parentPath)
      return comparison(branch, parent, most)
    } finally {
      parent.close()
    }
  } finally {
    branch.close()
  }
}

function comparison(branch: BranchReading, parent: WorkspaceReading, most: number): BranchComparison {
  const fork = branch.parent.seq
  const inParent = commandsAfter(parent.db, fork)
  const taken = takenBefore(parent.db, fork, branch.commands)
  const at = parent.db.prepare('SELECT at FROM log WHERE seq = ?').pluck().get(fork) as string | undefined
  return {
    parent: { ...branch.parent, at: at ?? null, head: readHead(parent.db).seq },
    branch: { name: branch.name, head: branch.head },
    inBranch: branchLines(branch, parent, inParent, taken, most),
    inBranchTotal: branch.commands.length,
    inParent: parentLines(parent, inParent, taken, most),
    inParentTotal: inParent.length,
  }
}

function branchLines(
  branch: BranchReading,
  parent: WorkspaceReading,
  inParent: readonly KeptCommand[],
  taken: TakenBefore,
  most: number,
): BranchLine[] {
  const { commands } = branch
  const needs = needsOf(commands, branch.parent.seq)
  const standing = standingCommands(commands)
  const undone = undoneCommands(commands)
  const changed = new Set(
    inParent.filter(({ commandId }) => !taken.isOurs(commandId)).flatMap(({ touches }) => touches),
  )
  return commands.slice(0, most).map((command) => {
    const { commandId, touches } = command
    const takenId = taken.takenAs(commandId)
    return {
      ...lineOf(command, branch, undone),
      inParent: takenId === undefined ? 'not' : taken.isUndone(takenId) ? 'undone' : 'taken',
      standing: standing.has(commandId),
      needs: needs.get(commandId) ?? [],
      changedInParent: touches
        .filter((stream) => changed.has(stream))
        .map((stream) => nameOf(stream, parent)),
    }
  })
}

function parentLines(
  parent: WorkspaceReading,
  commands: readonly KeptCommand[],
  taken: TakenBefore,
  most: number,
): ParentLine[] {
  const undone = undoneCommands(commands)
  return commands.slice(0, most).map((command) => ({
    ...lineOf(command, parent, undone),
    takenFrom: taken.sourceOf(command.commandId) ?? null,
  }))
}

function lineOf(
  { commandId, firstSeq, lastSeq, kind, type, label, at, by, args, makes }: KeptCommand,
  side: WorkspaceReading,
  undone: ReadonlySet<string>,
): CommandLine {
  const words = argumentWords(args, side.nameOf)
  return {
    commandId,
    firstSeq,
    lastSeq,
    how: kind,
    type,
    label,
    at,
    byName: side.tables.analysts.get(by)?.name ?? by,
    // A new row's own id stands for what the other arguments say.
    args: makes.length > 0 ? words.filter((argument) => argument.label !== 'item') : words,
    undone: undone.has(commandId),
  }
}

function nameOf(stream: string, { names }: WorkspaceReading): string {
  const { table, id } = parseStream(stream)
  const row = names.row(table, id)
  return row ? rowName(table, row) : stream
}
