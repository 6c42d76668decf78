import { agreementOf, compareClaims, type FindingSide } from '../../compare/agreement/agreement.ts'
import { countOf } from '../../decide.ts'
import { type FindingKind, findingKinds } from '../../finding/row.ts'
import { periodWords } from '../../plain-values/period-words.ts'
import type { ComparedFigure, ComparisonInput } from './figure.ts'

/** Of each kind, at most: nobody reads more of them on paper, and a topic of many claims has millions. */
const mostPrinted = 200

/** What claims are to each other, a table for each kind; what the analyst dismissed is left out. */
export function agreementFigures({ claims, tables }: ComparisonInput): ComparedFigure[] {
  const compared = compareClaims(claims)
  return findingKinds.flatMap((kind) => {
    const question = { kind, dismissed: false, offset: 0, limit: mostPrinted }
    const { total, findings, counts, isComplete } = agreementOf(compared, tables.findings.all(), question)
    if (findings.length === 0) return []
    const { confirmed, dismissed } = counts[kind]
    return {
      title: `${titles[kind]}: ${total.toLocaleString('en-GB')}${confirmed > 0 ? `, ${confirmed} of them confirmed` : ''}`,
      drawings: [],
      legend: null,
      columns: ['One', 'Other', 'Why', 'Verdict'],
      rows: findings.map(({ a, b, reason, verdict }) => ({
        cells: [
          sideWords(a),
          sideWords(b),
          reason,
          verdict ? [verdict.verdict, verdict.note.trim()].filter(Boolean).join(': ') : 'undecided',
        ],
        claimIds: [a.claimId, b.claimId],
      })),
      notes: [
        ...(total > findings.length
          ? [`${(total - findings.length).toLocaleString('en-GB')} more of this kind are not printed.`]
          : []),
        ...(dismissed > 0
          ? [`${dismissed} ${dismissed === 1 ? 'was' : 'were'} dismissed by an analyst.`]
          : []),
        ...(isComplete ? [] : ['The claims say too many different things to compare all of them.']),
      ],
    }
  })
}

const titles: Record<FindingKind, string> = {
  contradiction: 'Contradictions',
  tension: 'Tensions',
  agreement: 'Agreement',
}

/** Who said what when, in the words that it rests on. */
function sideWords({ speaker, saidFrom, saidTo, statement, evidence, claims }: FindingSide): string {
  const head = [speaker ?? 'speaker unknown', periodWords(saidFrom, saidTo)].filter(Boolean).join(', ')
  const others =
    claims > 1
      ? ` (and ${countOf(claims - 1, 'more claim')} that ${claims === 2 ? 'says' : 'say'} the same)`
      : ''
  return `${head}: ${evidence ? quoted(evidence.quote) : statement}${others}`
}

/** In quotation marks where the words do not bring their own. */
function quoted(words: string): string {
  return /^["“„«].+["”“»]$/su.test(words) ? words : `“${words}”`
}
