import type { EngineRequestName, ParsedRequestInput, RequestOutput } from '../../../contract/requests.ts'
import type { ReadTables } from '../../../domain/rows.ts'
import type { ReadDb } from '../log/database.ts'
import type { Head } from '../log/log.ts'
import type { Texts } from '../log/texts.ts'

/** What a query may look at. */
export interface QueryContext {
  db: ReadDb
  tables: ReadTables
  texts: Texts
  head(): Head
  /** Who asks; null before anyone has said who they are. */
  analyst: string | null
}

/** A query: a plain function from what may be looked at and what was asked to the answer. */
export type Query<Name extends EngineRequestName> = (
  context: QueryContext,
  input: ParsedRequestInput<Name>,
) => RequestOutput<Name>
