import { commands } from '../../catalogue.ts'
import type { Qualifier, Stance } from '../../claim/row.ts'
import type { RowOf } from '../../rows.ts'
import type { ComparedClaim } from '../compared-claim.ts'

/** A claim in the fewest words: what the rules of agreement look at. */
export interface Said {
  id?: string
  /** The speaker's name; null: unknown. */
  by?: string | null
  stance?: Stance
  /** [qualifier, low, high] */
  figure?: readonly [Qualifier, number | null, number | null] | null
  unit?: string
  place?: string
  /** The event's first and last day, ISO; one day may stand for both. */
  event?: readonly [string, string] | string | null
  said?: readonly [string, string] | string | null
  status?: RowOf<'claims'>['status']
  /** Words it rests on. */
  quote?: string
}

const plain = commands.get('claim.make')!.args.parse({ id: 'x', statement: 'x' }) as RowOf<'claims'>

export function compared({
  id = 'c1',
  by = 'Seoul',
  stance = 'asserts',
  figure = null,
  unit = figure ? 'soldiers' : '',
  place = 'Kursk',
  event = '2024-10-28',
  said = null,
  status = 'open',
  quote,
}: Said): ComparedClaim {
  const [qualifier, low, high] = figure ?? [null, null, null]
  const [eventFrom, eventTo] = ends(event)
  const [statementFrom, statementTo] = ends(said)
  const source = by === null ? null : { id: by, name: by, kind: 'person', reliability: null, retired: false }
  return {
    claim: {
      ...plain,
      id,
      statement: `statement of ${id}`,
      sourceId: by,
      stance,
      qualifier,
      low,
      high,
      unit,
      place,
      eventFrom,
      eventTo,
      statementFrom,
      statementTo,
      status,
      evidence: quote === undefined ? [] : [`n-${id}`],
    },
    source: source as ComparedClaim['source'],
    via: [],
    evidence:
      quote === undefined
        ? []
        : [
            {
              annotationId: `n-${id}`,
              quote,
              article: {
                id: 'a1',
                title: 'A report',
                publisher: 'The Post',
                author: '',
                publishedDate: null,
                enteredAt: '2024-11-01T08:00:00.000Z',
              },
            },
          ],
  }
}

function ends(days: readonly [string, string] | string | null): [string | null, string | null] {
  if (days === null) return [null, null]
  return typeof days === 'string' ? [days, days] : [...days]
}
