import type { ClaimFields } from '../../domain/claim/fields.ts'
import { useAsk } from '../data/ask.ts'

/** Says, while the form is filled in, that a claim called confirmed rests on one origin. Nothing is refused. */
export function UnconfirmedClaim({ fields, id }: { fields: ClaimFields; id: string | null }) {
  const { sourceId, via, topicId, stance, statementFrom, credibility, status } = fields
  const { qualifier, low, high, unit, place, eventFrom, eventTo } = fields
  const said = { sourceId, via, topicId, stance, qualifier, low, high, unit, place, eventFrom, eventTo }
  const isConfirmed = credibility === 1 || status === 'corroborated'
  const { data } = useAsk(
    'claim.unconfirmed',
    { id, ...said, statementFrom, credibility, status },
    { enabled: isConfirmed },
  )
  if (!isConfirmed || !data) return null
  return data.map(({ kind, message }) => (
    <p key={kind} className="warning" role="status">
      {message}
    </p>
  ))
}
