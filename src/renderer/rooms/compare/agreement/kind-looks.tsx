import { Equal, Slash, Waves } from 'lucide-react'
import type { ReactNode } from 'react'
import type { FindingKind } from '../../../../domain/finding/row.ts'
import type { RelationKind } from '../../../../domain/relation/row.ts'

interface Looks {
  one: string
  many: string
  icon: ReactNode
  /** The relation that the two most likely have. */
  relation: RelationKind
}

/** Each kind has its word and its sign, so that it is told without its colour. */
export const kindLooks: Record<FindingKind, Looks> = {
  contradiction: {
    one: 'Contradiction',
    many: 'Contradictions',
    icon: <Slash aria-hidden />,
    relation: 'contradicts',
  },
  tension: { one: 'Tension', many: 'Tensions', icon: <Waves aria-hidden />, relation: 'contradicts' },
  agreement: { one: 'Agreement', many: 'Agreement', icon: <Equal aria-hidden />, relation: 'supports' },
}
