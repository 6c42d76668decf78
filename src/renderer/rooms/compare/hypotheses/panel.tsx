import { Scale } from 'lucide-react'
import { useRef, useState } from 'react'
import type { AchMatrix } from '../../../../contract/compare.ts'
import { useAsk } from '../../../data/ask.ts'
import { execute } from '../../../data/execute.ts'
import { newId } from '../../../data/ids.ts'
import { useReadOnly } from '../../../data/read-only.ts'
import { useCompare } from '../../../state/compare.ts'
import { NothingYet } from '../../../timeline/nothing-yet.tsx'
import { useClaimsPopover } from '../cards/use-claims-popover.tsx'
import { AddEvidence } from './add-evidence.tsx'
import { AddHypothesis } from './add-hypothesis.tsx'
import { AchGrid, cellAt } from './grid.tsx'
import { HypothesisDialog } from './hypothesis-dialog.tsx'
import { MatrixBar } from './matrix-bar.tsx'
import { NotePane } from './note-pane.tsx'
import { RatingBar } from './rating-bar.tsx'
import { type MatrixView, useMatrixView } from './use-matrix-view.ts'
import { type CellPlace, useRatings } from './use-ratings.ts'
import { type Selection, useSelection } from './use-selection.ts'
import './hypotheses.css'

/** Hypotheses by evidence: an analysis of competing hypotheses, after R. J. Heuer. */
export function HypothesesPanel({ topicId }: { topicId: string }) {
  const { data, error, dataUpdatedAt } = useAsk('compare.hypotheses', { topicId })
  const readOnly = useReadOnly()
  const [isAdding, setAdding] = useState(false)
  if (error) return <p className="warning ach-problem">{error.message}</p>
  if (!data) return <div aria-busy />
  if (data.hypotheses.length === 0) {
    return (
      <NothingYet
        what="hypotheses on this topic"
        icon={<Scale />}
        title="No hypothesis yet"
        text="Write down every answer that could be true, also the unlikely ones, and rate each claim by how well it would go with each of them. The answer with the least against it stands first, and the claims that tell the answers apart come to the top (analysis of competing hypotheses, R. J. Heuer)."
        action={readOnly === null && <AddHypothesis topicId={topicId} onAdded={() => setAdding(true)} />}
      />
    )
  }
  return (
    <Matrix
      topicId={topicId}
      matrix={data}
      answeredAt={dataUpdatedAt}
      readOnly={readOnly}
      isAdding={isAdding}
      onAdding={setAdding}
    />
  )
}

function Matrix({
  topicId,
  matrix,
  answeredAt,
  readOnly,
  isAdding,
  onAdding,
}: {
  topicId: string
  matrix: AchMatrix
  answeredAt: number
  readOnly: string | null
  isAdding: boolean
  onAdding: (isAdding: boolean) => void
}) {
  const view = useMatrixView(matrix)
  const ratings = useRatings(matrix, answeredAt)
  const selection = useSelection(view.hypotheses, view.evidence, ratings)
  const weighted = useCompare(({ achWeighted }) => achWeighted)
  const [opened, setOpened] = useState<string | null>(null)
  const [isChoosing, setChoosing] = useState(false)
  const [noted, setNoted] = useState<CellPlace | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const wanted = useRef<{ claimId: string | null }>({ claimId: null })
  const beside = useRef<Element | null>(null)
  const words = useClaimsPopover()
  const isReadOnly = readOnly !== null
  const hypothesis = matrix.hypotheses.find(({ id }) => id === opened)
  const openNote = () => {
    beside.current = cellAt(scroller.current, selection.cursor)
    setNoted(selection.place)
  }
  return (
    <section className="ach" aria-label="Hypotheses">
      <MatrixBar
        topicId={topicId}
        view={view}
        hypotheses={matrix.hypotheses}
        isReadOnly={isReadOnly}
        onAddEvidence={() => setChoosing(true)}
        isAdding={isAdding}
        onAdding={onAdding}
      />
      {view.evidence.length > 0 && !isReadOnly && (
        <RatingBar selection={selection} onNote={openNote} onLeaveOut={leavingOut(selection, matrix)} />
      )}
      <AchGrid
        hypotheses={view.hypotheses}
        evidence={view.evidence}
        ratings={ratings}
        selection={selection}
        weighted={weighted}
        total={view.counts.all}
        isReadOnly={isReadOnly}
        scroller={scroller}
        wanted={isChoosing ? nothing : wanted.current}
        actions={{
          openWords: (claimId, cell) => words.open([claimId], cell),
          openHypothesis: setOpened,
          openNote,
        }}
      />
      {view.evidence.length === 0 && (
        <p className="dim ach-none">
          No evidence here. Claims on this topic come by themselves; add others above.
        </p>
      )}
      <Foot matrix={matrix} view={view} />
      {words.pane}
      {hypothesis && (
        <HypothesisDialog
          hypothesis={hypothesis}
          topicId={topicId}
          all={matrix.hypotheses}
          readOnly={readOnly}
          onClose={() => setOpened(null)}
        />
      )}
      {isChoosing && (
        <AddEvidence
          topicId={topicId}
          hypotheses={matrix.hypotheses}
          known={new Set(matrix.evidence.map(({ claimId }) => claimId))}
          onTaken={(claimId) => {
            wanted.current.claimId = claimId
          }}
          onClose={() => setChoosing(false)}
        />
      )}
      {noted && (
        <NotePane
          note={ratings.cellOf(noted)?.note ?? ''}
          beside={beside}
          isReadOnly={isReadOnly}
          onKeep={(note) => ratings.note(noted, note)}
          onClose={() => setNoted(null)}
        />
      )}
    </section>
  )
}

const nothing = { claimId: null }

function Foot({ matrix, view }: { matrix: AchMatrix; view: MatrixView }) {
  const isPartly = matrix.hypotheses.some(({ retired, rated }) => !retired && rated < view.counts.all)
  return (
    <p className="ach-foot">
      Against: 1 for each inconsistent piece of evidence, 2 for each very inconsistent one. Diagnosticity: the
      mean distance between the ratings of two hypotheses, 0 to 4.{' '}
      {isPartly && 'Not every cell is rated yet, so the figures of the hypotheses may still change places. '}
      The least against it does not make a hypothesis likely: that judgement is yours.
    </p>
  )
}

/** What the selected evidence can be done with as a whole; null where there is nothing of the kind. */
function leavingOut(
  { evidence }: Selection,
  { hypotheses }: AchMatrix,
): { label: string; run: () => void } | null {
  const [first] = evidence
  if (!first) return null
  const rowIds = evidence.flatMap(({ cells }) => cells.flatMap((cell) => cell?.id ?? []))
  const clear = () => void execute('assessment.clear', { ids: rowIds })
  if (evidence.every(({ leftOut }) => leftOut)) {
    // Evidence of another topic belongs to the matrix by its cells, and notes stay: so they are emptied, not taken away.
    const cells = evidence.flatMap(({ claimId, cells }) =>
      cells.flatMap((cell, place) =>
        cell ? [{ id: cell.id, hypothesisId: hypotheses[place]!.id, claimId, rating: null }] : [],
      ),
    )
    return { label: 'Include again', run: () => void execute('assessment.set', { cells }) }
  }
  if (evidence.every(({ fromTopic }) => fromTopic !== null)) {
    return { label: 'Take out of the matrix', run: clear }
  }
  const cells = evidence.flatMap(({ claimId }) =>
    hypotheses.map(({ id }) => ({ id: newId(), hypothesisId: id, claimId, rating: 'not applicable' })),
  )
  return { label: 'Exclude', run: () => void execute('assessment.set', { cells }) }
}
