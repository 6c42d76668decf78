import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import type { LogRow } from './log/log.ts'
import { verify } from './verify/verify.ts'
import { openBench, reopen } from './workspace.fixture.ts'

/** Kills a writing process `kills` times at random moments; after each, all that it had acknowledged must be there. */
export async function killAndLook(kills: number): Promise<void> {
  const bench = openBench()
  bench.close()
  for (let kill = 0; kill < kills; kill += 1) {
    const acknowledged = await writeUntilKilled(bench.path)
    expect(acknowledged.length).toBeGreaterThan(0)
    const survivor = reopen(bench.path)
    expect(survivor.readOnly).toBeNull()
    const hashOf = survivor.db.prepare('SELECT hash FROM log WHERE seq = ?')
    for (const { seq, hash } of acknowledged) {
      expect((hashOf.get(seq) as LogRow | undefined)?.hash.toString('hex')).toBe(hash)
    }
    expect(verify(survivor.db).findings).toEqual([])
    survivor.close()
  }
}

interface Acknowledged {
  seq: number
  hash: string
}

/** Starts the writer and kills it (SIGKILL) at a random moment after its first acknowledgements. */
function writeUntilKilled(path: string): Promise<Acknowledged[]> {
  const script = fileURLToPath(new URL('./kill-child.fixture.ts', import.meta.url))
  const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'pipe'] })
  const killAfter = 1 + Math.floor(Math.random() * 60)
  let output = ''
  let complaints = ''
  child.stderr.on('data', (data: Buffer) => {
    complaints += data
  })
  child.stdout.on('data', (data: Buffer) => {
    output += data
    // The moment within the next write is left to chance.
    if (output.split('\n').length > killAfter) setTimeout(() => child.kill('SIGKILL'), Math.random() * 20)
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the writer ended by itself (${code}): ${complaints}`))
      // What follows the last line end was cut off by the kill.
      const lines = output.split('\n').slice(0, -1)
      resolve(
        lines.map((line) => {
          const [seq, hash] = line.split(' ')
          return { seq: Number(seq), hash: hash! }
        }),
      )
    })
  })
}
