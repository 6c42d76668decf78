import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Answer } from '../contract/wire.ts'
import type { CommandEnvelope } from '../domain/command.ts'
import type { EngineClient } from './engine/client.ts'
import { readSessionLine } from './workspaces/session.ts'

/** seeds/ lies beside out/ in a checkout and in a packaged program alike. */
const seeds = fileURLToPath(new URL('../../seeds/', import.meta.url))

/** Makes the sample workspace by applying the recorded day of work. On a problem the caller removes the file. */
export async function makeSample(engine: EngineClient, path: string): Promise<Answer<null>> {
  const lines = (await readFile(`${seeds}session.ndjson`, 'utf8')).split('\n').filter((line) => line !== '')
  const envelopes: CommandEnvelope[] = []
  for (const line of lines) {
    const envelope = readSessionLine(line)
    if (!envelope.ok) return envelope
    envelopes.push(envelope.value)
  }
  for (const prepare of [() => engine.call('create', { path }), () => engine.call('open', { path })]) {
    const prepared = await prepare()
    if (!prepared.ok) return prepared
  }
  const results = await engine.call('executeMany', { envelopes, stopAtRejection: true })
  if (!results.ok) return results
  const rejected = results.value.find((result) => !result.ok)
  return rejected && !rejected.ok ? rejected : { ok: true, value: null }
}
