import { ArrowDownWideNarrow, ListPlus, Plus } from 'lucide-react'
import { ToggleButton } from 'react-aria-components'
import type { AchHypothesis } from '../../../../contract/compare.ts'
import { number } from '../../../format.ts'
import { useCompare } from '../../../state/compare.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { Select } from '../../../ui/select.tsx'
import { AddHypothesis } from './add-hypothesis.tsx'
import { type AchShown, achShown, type MatrixView } from './use-matrix-view.ts'
import { WeightsNote } from './weights-note.tsx'

const shownWords: Record<AchShown, string> = {
  all: 'All evidence',
  rated: 'Rated',
  unrated: 'Not rated throughout',
  'left out': 'Left out',
}

/** How the matrix is looked at, and ways to add to it. */
export function MatrixBar({
  topicId,
  view,
  hypotheses,
  isReadOnly,
  onAddEvidence,
  isAdding,
  onAdding,
}: {
  topicId: string
  view: MatrixView
  hypotheses: readonly AchHypothesis[]
  isReadOnly: boolean
  onAddEvidence: () => void
  /** The field for a further hypothesis stands open. */
  isAdding: boolean
  onAdding: (isAdding: boolean) => void
}) {
  const { achEvidence, achHypotheses, achWeighted, achShows } = useCompare()
  return (
    <div className="ach-bar">
      {!isReadOnly && (
        <>
          <Popover
            label="Add a hypothesis"
            isOpen={isAdding}
            onOpenChange={onAdding}
            trigger={
              <Button size="small" icon={<Plus />}>
                Hypothesis
              </Button>
            }
          >
            <AddHypothesis topicId={topicId} autoFocus />
          </Popover>
          <Button
            size="small"
            icon={<ListPlus />}
            isDisabled={hypotheses.length === 0}
            onPress={onAddEvidence}
          >
            Evidence
          </Button>
        </>
      )}
      <Select<AchShown>
        label="Which evidence"
        hideLabel
        className="ach-shown"
        items={achShown.map((id) => ({ id, label: `${shownWords[id]} · ${number(view.counts[id])}` }))}
        value={achShows}
        onChange={(shows) => shows && useCompare.setState({ achShows: shows })}
      />
      <Segmented
        label="Sort evidence by"
        items={[
          { id: 'diagnosticity', label: 'Diagnosticity' },
          { id: 'said', label: 'When said' },
        ]}
        value={achEvidence}
        onChange={(order) => useCompare.setState({ achEvidence: order })}
      />
      <Segmented
        label="Sort hypotheses by"
        items={[
          { id: 'inconsistency', label: 'Fewest inconsistencies' },
          { id: 'own', label: 'Manual order' },
        ]}
        value={achHypotheses}
        onChange={(order) => useCompare.setState({ achHypotheses: order })}
      />
      {/* Always there: coming and going it would push the grid about in the middle of rating. */}
      <IconButton
        size="small"
        label="Sort again"
        icon={<ArrowDownWideNarrow />}
        isDisabled={!view.sortAgain}
        onPress={() => view.sortAgain?.()}
      />
      <ToggleButton
        className="button ach-weighted"
        data-variant="quiet"
        data-size="small"
        isSelected={achWeighted}
        onChange={(weighted) => useCompare.setState({ achWeighted: weighted })}
      >
        Weigh by grades
      </ToggleButton>
      <WeightsNote />
    </div>
  )
}
