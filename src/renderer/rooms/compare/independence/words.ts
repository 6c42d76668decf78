import type { Independence, OriginClaim } from '../../../../contract/independence.ts'
import { originsWords } from '../../../../domain/compare/independence/independence.ts'
import type { DrawnOrigins } from '../../../../domain/compare/independence/layout.ts'
import { count, date, number } from '../../../format.ts'

/** “6 reports, 2 independent origins; 3 if the likely links do not hold”. */
export function sumWords({ reports, origins, mostOrigins }: Independence): string {
  const words = originsWords({ reports, groups: { length: origins } })
  return mostOrigins > origins ? `${words}; ${number(mostOrigins)} if the likely links do not hold` : words
}

/** Who said it, when and how many: “Pentagon · 28 Oct 2024 · about 10,000 soldiers”. */
export function bylineOf({ speaker, via, day, quantity, stance }: OriginClaim): string {
  return [
    speaker || 'nobody named',
    via.length > 0 ? `via ${via.join(' → ')}` : '',
    day === null ? '' : date(day),
    stance === 'asserts' ? '' : stance,
    quantity,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** What the graph is drawn from: each mark is named by its byline and its statement. */
export function drawnOrigins({ groups, claims }: Independence): DrawnOrigins {
  return {
    groups,
    claims: Object.fromEntries(
      Object.values(claims).map((claim) => [
        claim.id,
        { stance: claim.stance, words: `${bylineOf(claim)}: ${claim.statement}` },
      ]),
    ),
  }
}

/** “312 reports, 40 of them shown”. */
export function sizeWords(size: number, shown: number): string {
  return shown < size ? `${count(size, 'report')}, ${shown} of them shown` : count(size, 'report')
}
