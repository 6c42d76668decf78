import { X } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { NamedClaim, RelatedClaim } from '../../../../contract/rows.ts'
import type { RelationKind } from '../../../../domain/relation/row.ts'
import { execute } from '../../../data/execute.ts'
import { useNavigation } from '../../../state/navigation.ts'
import { IconButton } from '../../../ui/button.tsx'
import { cellWords } from '../table/cell-words.ts'

/** The claims that this one is related to, each with the way in which it is. A press leads there. */
export function RelationList({
  relations,
  readOnly,
}: {
  relations: readonly RelatedClaim[]
  readOnly: string | null
}) {
  const openClaim = useNavigation((navigation) => navigation.openClaim)
  return (
    <section aria-label="Relations">
      <h2 className="heading-small">Relations · {relations.length}</h2>
      <ul className="details-list">
        {relations.map(({ relation, outgoing, other }) => (
          <li key={relation.id} className="details-relation">
            <AriaButton className="details-related" onPress={() => openClaim(other.id)}>
              <span className="details-kind" data-kind={relation.kind}>
                {outgoing ? relation.kind : passive[relation.kind]}
              </span>
              <span>{other.statement}</span>
              <span className="details-where">{bylineOf(other)}</span>
              {relation.note && <span className="details-relation-note">{relation.note}</span>}
            </AriaButton>
            <IconButton
              label="Remove this relation"
              size="small"
              icon={<X />}
              isDisabled={readOnly !== null}
              onPress={() => void execute('relation.remove', { ids: [relation.id] })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How the relation reads from its other end. */
const passive: Record<RelationKind, string> = {
  supports: 'is supported by',
  contradicts: 'contradicts',
  repeats: 'repeats',
  supersedes: 'is superseded by',
}

/** Who said it and when: enough to tell two like claims apart. */
export function bylineOf(claim: NamedClaim): string {
  return [
    claim.sourceName || 'nobody named',
    claim.stance,
    cellWords('quantity', claim),
    claim.statementFrom ? `said ${cellWords('said', claim)}` : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
