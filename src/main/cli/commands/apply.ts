import { resolve } from 'node:path'
import type { Answer } from '../../../contract/wire.ts'
import type { CommandEnvelope } from '../../../domain/command.ts'
import { writeHead } from '../../../domain/head.ts'
import type { Executed } from '../../engine/perform.ts'
import { readSessionLine } from '../../workspaces/session.ts'
import type { CliCommand, Io } from '../command.ts'
import { acceptHead, acceptHeadHelp } from '../heads.ts'
import { lineBatches, type NumberedLine } from '../lines.ts'
import { changeWorkspace, type Engine, watching } from '../workspace.ts'

export const apply: CliCommand = {
  name: 'apply',
  usage: 'WORKSPACE [--texts DIR] [--accept-head] < COMMANDS',
  summary: 'Applies commands from standard input, one a line, and prints one result a line.',
  help: `
Each line is a JSON object: {"commandId", "type", "args", "by", "at"}; “claimtrail commands” prints its schema.
“by” is an analyst who has joined (the first command of a new workspace is analyst.join); “at” is a time in UTC
like 2024-11-01T16:42:00.000Z, the clock when left out. Empty lines are passed over.

Results come in the same order: {"line", "commandId", "ok": true, "seq", "hash", "label", "events"} or
{"line", "commandId", "ok": false, "code", "message"}. A rejected line changes nothing and does not stop the
others; the exit code is then 1. Where nobody reads the results any more (“| head”), or on a signal, it stops and
says how many were applied. A command id that was applied before answers its first result, so a broken run can be
repeated. With ids and times in the commands, every machine arrives at the same head hash.

${acceptHeadHelp}`,
  options: {
    texts: {
      type: 'string',
      value: 'DIR',
      help: 'folder of texts: an article of article.import may have "textFile" (with "from", "to") instead of "text"',
    },
    'accept-head': acceptHead,
  },
  words: { least: 1, most: 1 },
  async run({ words, option, flag, io }) {
    const texts = option('texts')
    const textsDir = texts === undefined ? null : resolve(texts)
    return changeWorkspace(
      words[0]!,
      io,
      { acceptHead: flag('accept-head') },
      async (engine, _watch, isLost) => {
        const count = { read: 0, done: 0, rejected: 0, whole: false }
        try {
          for await (const batch of lineBatches(io.stdin)) {
            await io.print(await applyBatch(engine, batch, textsDir, count, io))
            if (io.isStopped() || isLost()) break
          }
          count.whole = !io.isStopped() && !isLost()
        } finally {
          // Also when no result can be told any more: this sentence then is all that says what was kept.
          await tellTotal(engine, count, io)
        }
        return count.rejected === 0 ? 0 : 1
      },
    )
  },
}

interface Count {
  /** Lines with something on them. */
  read: number
  done: number
  rejected: number
  /** The input was read to its end. */
  whole: boolean
}

async function tellTotal(engine: Engine, { read, done, rejected, whole }: Count, io: Io): Promise<void> {
  const { seq, hash } = (await engine.query(
    { name: 'status', input: {}, analyst: null },
    { ...watching(io, 'Reading'), isCancelled: () => false },
  )) as { seq: number; hash: string }
  const rest = whole ? '' : ' The rest of the input was not applied.'
  io.tell(`${done} done, ${rejected} rejected, of ${read} read.${rest} Head ${writeHead({ seq, hash })}.`)
}

/**
 * One call to the engine for all readable lines; the results stand in the order of the lines. When it is stopped in
 * between, those that were not tried have none.
 */
async function applyBatch(
  engine: Engine,
  lines: NumberedLine[],
  textsDir: string | null,
  count: Count,
  io: Io,
): Promise<string> {
  const read = lines
    .filter(({ text }) => text?.trim() !== '')
    .map(({ number, text }) => ({
      number,
      envelope: text === null ? unreadable : readSessionLine(text, textsDir),
    }))
  count.read += read.length
  const envelopes = read.flatMap(({ envelope }) => (envelope.ok ? [envelope.value] : []))
  const answers =
    envelopes.length > 0 ? await engine.executeMany({ envelopes }, watching(io, 'Applying')) : []
  for (const answer of answers) if (answer.ok && answer.value.warning) io.tell(answer.value.warning)
  const next = answers.values()
  const results: string[] = []
  for (const { number, envelope } of read) {
    const answer = envelope.ok ? next.next().value : envelope
    if (!answer) break
    if (answer.ok) count.done += 1
    else count.rejected += 1
    results.push(resultLine(number, envelope.ok ? envelope.value.commandId : null, answer))
  }
  return results.join('')
}

const unreadable: Answer<CommandEnvelope> = {
  ok: false,
  error: {
    code: 'malformed_line',
    message:
      'This line is not UTF-8, or far too long. Nothing was changed by it; save the commands as UTF-8.',
  },
}

function resultLine(line: number, commandId: string | null, answer: Answer<Executed>): string {
  if (!answer.ok) {
    const { code, message } = answer.error
    return `${JSON.stringify({ line, commandId, ok: false, code, message })}\n`
  }
  const { seq, hash, label, events, repeated } = answer.value
  const again = repeated ? { repeated } : {}
  return `${JSON.stringify({ line, commandId, ok: true, seq, hash, label, events, ...again })}\n`
}
