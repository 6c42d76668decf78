import type { KeptCommand } from './kept-command.ts'

/** The commands whose effect was taken back later and not brought back, by id. */
export function undoneCommands(
  commands: Iterable<Pick<KeptCommand, 'kind' | 'target'>>,
): ReadonlySet<string> {
  const undone = new Set<string>()
  for (const { kind, target } of commands) {
    if (target === null) continue
    if (kind === 'undo') undone.add(target)
    else undone.delete(target)
  }
  return undone
}

/**
 * The commands that together are what the branch came to, and so are what to take back unless the analyst chooses
 * otherwise: no one's joining or profile, nothing that was undone, and no undo or redo but the last one that changes
 * what stood at the fork.
 */
export function standingCommands(commands: readonly KeptCommand[]): ReadonlySet<string> {
  const undone = undoneCommands(commands)
  const own = new Set(commands.map(({ commandId }) => commandId))
  const reversals = new Map<string, KeptCommand[]>()
  const standing = new Set<string>()
  for (const command of commands) {
    const { target, commandId, type } = command
    if (target === null) {
      if (!undone.has(commandId) && !type.startsWith('analyst.')) standing.add(commandId)
    } else if (!own.has(target)) {
      reversals.set(target, [...(reversals.get(target) ?? []), command])
    }
  }
  for (const series of reversals.values()) {
    if (series.length % 2 === 1) standing.add(series[series.length - 1]!.commandId)
  }
  return standing
}
