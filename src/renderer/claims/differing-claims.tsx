import type { ClaimFields } from '../../domain/claim/fields.ts'
import { quantityWords } from '../../domain/claim/quantity.ts'
import { useAsk } from '../data/ask.ts'
import { count } from '../format.ts'

const mostShown = 3

/** Says which other claims of the topic give another figure of the same thing for the same time. Nothing is decided here: both stay. */
export function DifferingClaims({ fields, except }: { fields: ClaimFields; except: string | null }) {
  const { topicId, qualifier, low, high, unit, eventFrom, eventTo } = fields
  const hasFigure = topicId !== null && qualifier !== null && (low !== null || high !== null)
  const { data } = useAsk(
    'claims.differing',
    { topicId: topicId ?? 'none', low, high, unit: unit.trim().slice(0, 120), eventFrom, eventTo, except },
    { enabled: hasFigure },
  )
  if (!hasFigure || !data || data.length === 0) return null
  const figures = [...new Set(data.map((claim) => quantityWords(claim, claim.unit)))]
  const more = figures.length - mostShown
  const time = eventFrom ? 'the same time' : 'a time that may be the same'
  return (
    <p className="warning" role="status">
      {data.length === 1 ? 'Another claim' : `${data.length} other claims`} on this topic{' '}
      {data.length === 1 ? 'gives' : 'give'} {figures.slice(0, mostShown).join(', ')}
      {more > 0 ? ` and ${count(more, 'more figure')}` : ''} for {time}. Kept side by side; compare after
      saving.
    </p>
  )
}
