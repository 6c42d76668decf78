import type { KeptCommand } from './kept-command.ts'

/** A command of a branch that made one event, number `seq`; what is not said is empty. */
export function kept(commandId: string, seq: number, more: Partial<KeptCommand> = {}): KeptCommand {
  return {
    commandId,
    firstSeq: seq,
    lastSeq: seq,
    kind: 'do',
    target: null,
    type: 'claim.change',
    args: {},
    label: commandId,
    by: 'ann',
    at: '2024-11-01T08:00:00.000Z',
    touches: [],
    makes: [],
    ...more,
  }
}
