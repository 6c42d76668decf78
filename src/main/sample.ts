import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Answer } from '../contract/wire.ts'
import type { CommandEnvelope } from '../domain/command.ts'
import type { EngineClient } from './engine/client.ts'
import { nameIsTaken } from './targets/names.ts'
import { placeNew } from './targets/place.ts'
import { temporaryIn } from './targets/temporary.ts'
import { readSessionLine } from './workspaces/session.ts'

/** seeds/ lies beside out/ in a checkout and in a packaged program alike. */
const seeds = fileURLToPath(new URL('../../seeds/', import.meta.url))

/**
 * Makes the sample workspace by applying the recorded day of work. It is made whole under another name and then given
 * its own, so that a start that is killed leaves no part of it. The workspace is closed when this answers.
 */
export async function makeSample(engine: EngineClient, path: string): Promise<Answer<null>> {
  const session = await recordedSession()
  if (!session.ok) return session
  const temporary = temporaryIn(dirname(path))
  try {
    for (const prepare of [
      () => engine.call('create', { path: temporary.path }),
      () => engine.call('open', { path: temporary.path }),
    ]) {
      const prepared = await prepare()
      if (!prepared.ok) return prepared
    }
    const applied = await apply(engine, session.value)
    const closed = await engine.call('close', null)
    if (!applied.ok) return applied
    if (!closed.ok) return closed
    return placeNew(temporary.path, path) ? { ok: true, value: null } : nameIsTaken()
  } finally {
    temporary.end()
  }
}

/**
 * Finishes the open sample where a version before this one was killed while it made it: its last command is one of the
 * recorded day's, but not the last of it. Work of the person's own is never touched.
 */
export async function finishSample(
  engine: EngineClient,
  lastCommandId: string | null,
): Promise<Answer<null>> {
  const session = await recordedSession()
  if (!session.ok) return session
  const at = session.value.findIndex(({ commandId }) => commandId === lastCommandId)
  const isPart = lastCommandId === null || (at >= 0 && at < session.value.length - 1)
  return isPart ? apply(engine, session.value.slice(at + 1)) : { ok: true, value: null }
}

async function recordedSession(): Promise<Answer<CommandEnvelope[]>> {
  const lines = (await readFile(`${seeds}session.ndjson`, 'utf8')).split('\n').filter((line) => line !== '')
  const envelopes: CommandEnvelope[] = []
  for (const line of lines) {
    const envelope = readSessionLine(line)
    if (!envelope.ok) return envelope
    envelopes.push(envelope.value)
  }
  return { ok: true, value: envelopes }
}

async function apply(engine: EngineClient, envelopes: CommandEnvelope[]): Promise<Answer<null>> {
  const results = await engine.call('executeMany', { envelopes, stopAtRejection: true })
  if (!results.ok) return results
  const rejected = results.value.find((result) => !result.ok)
  return rejected && !rejected.ok ? rejected : { ok: true, value: null }
}
