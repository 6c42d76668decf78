import type { RowOf } from '../../domain/rows.ts'
import { execute } from '../data/execute.ts'
import { newId } from '../data/ids.ts'

/** Makes a source that somebody names while they fill in something else. Its id; null when it was refused. */
export function makeSource(name: string, kind?: RowOf<'sources'>['kind']): Promise<string | null> {
  return make('source.add', { name, ...(kind && { kind }) })
}

/** Opens a topic, likewise. */
export function makeTopic(question: string): Promise<string | null> {
  return make('topic.open', { question })
}

async function make(type: string, args: object): Promise<string | null> {
  const id = newId()
  const made = await execute(type, { id, ...args }, { quiet: true })
  return made.ok ? id : null
}
