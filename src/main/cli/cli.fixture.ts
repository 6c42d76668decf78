import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Io } from './command.ts'
import { run } from './run.ts'

/** A terminal of its own folder for specs: runs command lines in this process and keeps what they print. */
export function terminal({ printsToTerminal = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-cli-'))
  return {
    folder,
    path: (name: string) => join(folder, name),
    async run(argv: string[], input: string | Iterable<Uint8Array> = '') {
      const printed: Uint8Array[] = []
      let told = ''
      const io: Io = {
        stdin: chunks(input),
        printsToTerminal,
        async print(piece) {
          printed.push(typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece)
        },
        tell(line) {
          told += `${line}\n`
        },
        progress() {},
        isStopped: () => false,
        stopping: new AbortController().signal,
        env: { CLAIMTRAIL_DATA_DIR: join(folder, 'data') },
      }
      const exit = await run(argv, io, '1.2.3')
      const bytes = Buffer.concat(printed)
      const out = bytes.toString('utf8')
      return { exit, out, bytes, told, lines: out.split('\n').filter((line) => line !== '') }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function* chunks(input: string | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (typeof input === 'string') yield new TextEncoder().encode(input)
  else yield* input
}

/** A session: who works, an article, a claim on its words, a brief. Five events. */
export const by = 'analyst-1'
export const time = '2024-11-25T08:00:00.000Z'
export const line = (commandId: string, type: string, args: unknown) =>
  `${JSON.stringify({ commandId, type, args, at: time, by })}\n`
export const joining = line('c1', 'analyst.join', { id: by, name: 'Desk', initials: 'D', colour: 'blue' })
export const text = 'Officials 🙂 counted up to 8,000 soldiers.'
export const importing = line('c2', 'article.import', { articles: [{ id: 'a1', title: 'Count', text }] })
export const start = text.indexOf('up to')
export const claiming = line('c3', 'claim.make', {
  id: 'k1',
  statement: 'Up to 8,000 soldiers are there.',
  qualifier: 'up to',
  high: 8000,
  unit: 'soldiers',
  spans: [{ id: 'n1', articleId: 'a1', start, end: start + 'up to 8,000 soldiers'.length }],
})
export const briefing = line('c4', 'brief.save', { id: 'b1', name: 'Daily' })
export const session = joining + importing + claiming + briefing
