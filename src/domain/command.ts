import { z } from 'zod'
import { type Answer, done, failed, type Problem } from './answer.ts'
import type { NewEvent } from './event.ts'
import { Rejected } from './rejection.ts'
import type { ReadTables } from './rows.ts'
import { idSchema, instantSchema } from './scalars.ts'

/** What a decision may look at. It changes nothing. */
export interface Deciding {
  tables: ReadTables
  /** UTC; becomes the events' time. */
  at: string
  by: string
  commandId: string
  /** The number of the last event before this command. */
  head: number
  /** The canonical text of an article that exists. */
  text(articleId: string): string
  /** SHA-256 of the text's UTF-8 bytes, 64 lower-case hexadecimal digits. */
  digest(text: string): string
  /** Asks the engine to keep a text under its digest, in the same transaction. */
  keepText(text: string): string
  /** What earlier commands did; for undo and redo. */
  past: Past
}

/** One row's change by one command: as it was before, as it was after. Undefined: there was no such row. */
export interface RowChange {
  stream: string
  before: Record<string, unknown> | undefined
  after: Record<string, unknown> | undefined
}

export interface PastCommand {
  commandId: string
  type: string
  kind: 'do' | 'undo' | 'redo'
  /** For undo and redo: the command that was undone or redone. */
  target: string | null
  label: string
  by: string
}

export interface Past {
  /** This analyst's commands, newest first. */
  commandsOf(by: string): Iterable<PastCommand>
  /** What a command changed, row by row. */
  changesOf(commandId: string): RowChange[]
  /** A row as it was after event `seq`; undefined when there was none. Its stream is one that `parseStream` reads. */
  rowAt(stream: string, seq: number): Record<string, unknown> | undefined
  /** The last event after the command that changed one of the row's `fields` (any field when empty). */
  laterEdit(
    stream: string,
    commandId: string,
    fields: readonly string[],
  ): { seq: number; by: string } | undefined
}

export interface Decision {
  /** What undo will name: "tag 14 spans “force size”". */
  label: string
  events: NewEvent[]
  kind?: 'undo' | 'redo'
  target?: string
}

export interface CommandDefinition<Args = unknown> {
  type: string
  /** One sentence for the command line's help. */
  summary: string
  args: z.ZodType<Args>
  decide(args: Args, context: Deciding): Decision
  /** The arguments as they are kept beside the events; large texts are replaced by their digest. */
  keep(args: Args, digest: (text: string) => string): unknown
}

/** Declares a command: what it takes and the pure decision that turns it into events or a rejection. */
export function defineCommand<Schema extends z.ZodType>(definition: {
  type: string
  summary: string
  args: Schema
  decide: (args: z.output<Schema>, context: Deciding) => Decision
  keep?: (args: z.output<Schema>, digest: (text: string) => string) => unknown
}): CommandDefinition<z.output<Schema>> {
  return {
    type: definition.type,
    summary: definition.summary,
    args: definition.args as unknown as z.ZodType<z.output<Schema>>,
    decide: definition.decide,
    keep: definition.keep ?? ((args) => args),
  }
}

/** The envelope in which a command travels from a screen or a line of NDJSON to the engine. */
export const commandEnvelopeSchema = z.strictObject({
  commandId: idSchema,
  type: z.string().max(64),
  args: z.unknown(),
  /** Refuse when a row that the command touches was changed after this event. */
  expectedSeq: z.int().min(0).optional(),
  /** UTC; the engine's clock when absent. */
  at: instantSchema.optional(),
  /** The analyst; the workspace's current one when absent. */
  by: idSchema.optional(),
})
export type CommandEnvelope = z.infer<typeof commandEnvelopeSchema>

/** Checks the arguments and decides. A rejection is a value; any other exception is a bug and passes through. */
export function decideCommand<Args>(
  definition: CommandDefinition<Args>,
  args: unknown,
  context: Deciding,
): Answer<{ decision: Decision; args: Args }> {
  const parsed = definition.args.safeParse(args)
  if (!parsed.success) return { ok: false, error: malformed(definition.type, parsed.error) }
  try {
    const decision = definition.decide(parsed.data, context)
    if (decision.events.length === 0) {
      return failed('nothing_to_change', 'Nothing to change: it is already so.')
    }
    return done({ decision, args: parsed.data })
  } catch (error) {
    if (error instanceof Rejected) return { ok: false, error: error.problem }
    throw error
  }
}

function malformed(type: string, error: z.ZodError): Problem {
  const issue = error.issues[0]
  const where = issue?.path.length ? ` at “${issue.path.join('.')}”` : ''
  const why = issue?.message ?? 'it does not fit its schema'
  return {
    code: 'malformed_command',
    message: tooLong(issue) ?? `The command ${type} was refused${where}: ${why}. Nothing was changed.`,
    details: {
      issues: error.issues.slice(0, 10).map(({ path, message }) => ({ path: path.join('.'), message })),
    },
  }
}

/** What people do come upon, other than programs: more text than a field takes. */
function tooLong(issue: z.core.$ZodIssue | undefined): string | null {
  if (issue?.code !== 'too_big' || issue.origin !== 'string') return null
  const field = issue.path.findLast((step) => typeof step === 'string') ?? 'text'
  return `The ${field} is longer than ${issue.maximum.toLocaleString('en')} characters. Shorten it; nothing was changed.`
}
