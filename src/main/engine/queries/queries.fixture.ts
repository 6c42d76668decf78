import {
  type EngineRequestName,
  type RequestInput,
  type RequestOutput,
  requests,
} from '../../../contract/requests.ts'
import { openWriter } from '../execute.ts'
import { openBusyBench } from '../random-work.fixture.ts'
import { type Bench, openBench } from '../workspace.fixture.ts'
import { openQueries, type Queries } from './index.ts'

export interface Asking extends Bench {
  ask<Name extends EngineRequestName>(
    name: Name,
    input: RequestInput<Name>,
    analyst?: string,
  ): RequestOutput<Name>
  queries: Queries
}

/** A workspace that can be asked what screens ask; kept in step with what is executed, as in the program. */
export function askingBench(bench: Bench = openBench()): Asking {
  // The bench's own writer tells nobody of its changes; this one tells the queries.
  let queries: Queries | undefined
  const writer = openWriter(bench.db, (notices) => queries?.noteRows(notices))
  queries = openQueries(bench.db, writer, bench.readOnly !== null)
  const own = queries
  const run: Bench['run'] = (type, args, by = 'ann') => {
    const { seq } = writer.head()
    const at = new Date(Date.UTC(2024, 10, 1, 8, seq)).toISOString()
    return writer.execute({ commandId: `command-${seq}`, type, args, by, at })
  }
  return {
    ...bench,
    writer,
    queries: own,
    run,
    must(type, args, by) {
      const done = run(type, args, by)
      if (!done.ok) throw new Error(`${type} was rejected: ${done.error.message}`)
      return done.value
    },
    ask: (name, input, analyst = 'ann') => askOf(own, name, input, analyst),
  }
}

export function askingBusyBench(): Asking {
  return askingBench(openBusyBench())
}

export function askOf<Name extends EngineRequestName>(
  queries: Queries,
  name: Name,
  input: RequestInput<Name>,
  analyst: string | null,
): RequestOutput<Name> {
  return queries.answer(name, requests[name].input.parse(input), analyst) as RequestOutput<Name>
}
