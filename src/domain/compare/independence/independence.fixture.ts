import { commands } from '../../catalogue.ts'
import type { RowOf } from '../../rows.ts'
import type { ComparedClaim, ComparedSource } from '../compared-claim.ts'

/** A report in the fewest words: what the rules of independence look at. */
export interface Report {
  id: string
  /** The claimant's name; none: unknown. Its kind goes by `kinds`. */
  by?: string | undefined
  via?: readonly string[] | undefined
  /** The day it was said, ISO. */
  day?: string | null | undefined
  low?: number | null | undefined
  high?: number | null | undefined
  unit?: string | undefined
  stance?: ComparedClaim['claim']['stance'] | undefined
  quote?: string | undefined
  /** The span's id: two reports may rest on one. */
  span?: string | undefined
  publisher?: string | undefined
  published?: string | null | undefined
}

const plain = commands.get('claim.make')!.args.parse({ id: 'x', statement: 'x' }) as RowOf<'claims'>

/** Reports as compared claims. Names are publications where they end in “Wire” or “Post”, persons where in a dot. */
export function reports(...list: readonly Report[]): ComparedClaim[] {
  return list.map((report): ComparedClaim => {
    const {
      id,
      by,
      via = [],
      day = '2024-10-28',
      low = null,
      high = null,
      unit = '',
      stance = 'asserts',
    } = report
    const { quote = '', span = `span ${id}`, publisher = '', published = null } = report
    return {
      claim: {
        ...plain,
        id,
        statement: `report ${id}`,
        sourceId: by === undefined ? null : sourceNamed(by).id,
        via: via.map((name) => sourceNamed(name).id),
        statementFrom: day,
        statementTo: day,
        low,
        high,
        unit,
        stance,
        qualifier: low === null ? (high === null ? null : 'up to') : high === null ? 'at least' : 'exactly',
      },
      source: by === undefined ? null : sourceNamed(by),
      via: via.map(sourceNamed),
      evidence: [
        {
          annotationId: span,
          quote,
          article: {
            id: `article of ${id}`,
            title: 'An article',
            publisher,
            author: '',
            publishedDate: published,
            enteredAt: '2024-11-01T08:00:00.000Z',
          },
        },
      ],
    }
  })
}

const aliases: Record<string, string[]> = { Pentagon: ['US Department of Defense', 'the Pentagon'] }

function sourceNamed(name: string): ComparedSource {
  const kind = /(?:Wire|Post)$/.test(name) ? 'publication' : name.endsWith('.') ? 'person' : 'organisation'
  return {
    id: name.toLowerCase().replace(/[^a-z]+/g, '-'),
    name,
    aliases: aliases[name] ?? [],
    kind,
    reliability: null,
    retired: false,
  }
}
