import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Io } from './command.ts'
import { run } from './run.ts'

/** A terminal of its own folder for specs: runs command lines in this process and keeps what they print. */
export function terminal() {
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-cli-'))
  return {
    folder,
    path: (name: string) => join(folder, name),
    async run(argv: string[], input: string | Uint8Array[] = '') {
      let out = ''
      let told = ''
      const io: Io = {
        stdin: chunks(input),
        async print(text) {
          out += text
        },
        tell(line) {
          told += `${line}\n`
        },
        progress() {},
        isStopped: () => false,
        env: { CLAIMTRAIL_DATA_DIR: join(folder, 'data') },
      }
      const exit = await run(argv, io, '1.2.3')
      return { exit, out, told, lines: out.split('\n').filter((line) => line !== '') }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function* chunks(input: string | Uint8Array[]): AsyncGenerator<Uint8Array> {
  if (typeof input === 'string') yield new TextEncoder().encode(input)
  else yield* input
}
