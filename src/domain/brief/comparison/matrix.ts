import { comparedClaims } from '../../compare/compared-claim.ts'
import { type Matrix, matrixByThings, matrixByTopics, saidWords } from '../../compare/matrix/matrix.ts'
import { speakerWords } from '../../compare/spread/mark-words.ts'
import { numberWords } from '../../compare/terms/number-words.ts'
import type { RowOf } from '../../rows.ts'
import { afterMerge } from '../merges.ts'
import type { ComparedFigure, ComparisonInput } from './figure.ts'

/** What each source said last: on each thing counted in the topic, and what the same sources said on other topics. */
export function matrixFigures(input: ComparisonInput): ComparedFigure[] {
  const own = matrixByThings(input.claims)
  const elsewhere = onOtherTopics(input)
  return [
    { matrix: own, title: 'What each source said last, by what is counted', about: 'On' },
    { matrix: elsewhere, title: 'The same sources on other topics', about: 'Topic' },
  ].flatMap(({ matrix, title, about }) => (matrix.rows.length === 0 ? [] : figureOf(matrix, title, about)))
}

/** A line for each cell: a grid of long sentences would fit no sheet. */
function figureOf({ columns, rows }: Matrix, title: string, about: string): ComparedFigure {
  return {
    title,
    drawings: [],
    legend: null,
    columns: ['Source', about, 'Last', 'Said', 'Claims', 'What changed'],
    rows: rows.flatMap(({ source, cells }) =>
      columns.flatMap(({ key, name }) => {
        const cell = cells[key]
        if (!cell) return []
        const { claimIds, last, changed, changes } = cell
        return {
          cells: [
            speakerWords(source),
            name,
            saidWords(last),
            last.said,
            String(claimIds.length),
            [
              ...(changed > changes.length ? [`${numberWords(changed)} changes, lastly`] : []),
              ...changes.map(({ words }) => words),
            ].join('; '),
          ],
          claimIds,
        }
      }),
    ),
    notes: [],
  }
}

function onOtherTopics({ topic, claims, inScope, tables }: ComparisonInput): Matrix {
  const speakers = new Set(claims.flatMap(({ source }) => source?.id ?? []))
  const others: RowOf<'claims'>[] = []
  for (const claim of tables.claims.all()) {
    if (claim.topicId === null || claim.sourceId === null || !inScope(claim)) continue
    if (speakers.has(afterMerge(tables.sources, claim.sourceId)) && topicOf(claim)?.id !== topic.id) {
      // What the words are does not matter here, and reading those of every topic would take most of the time.
      others.push({ ...claim, evidence: [] })
    }
  }
  return matrixByTopics(comparedClaims(others, tables), topicOf)

  function topicOf({ topicId }: RowOf<'claims'>) {
    return topicId === null ? null : (tables.topics.get(afterMerge(tables.topics, topicId)) ?? null)
  }
}
