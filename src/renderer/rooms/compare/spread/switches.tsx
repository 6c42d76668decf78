import { useCompare } from '../../../state/compare.ts'
import { Segmented } from '../../../ui/segmented.tsx'
import { Select } from '../../../ui/select.tsx'

/** What the charts of a spread lie along, and what a row of theirs is. */
export function SpreadSwitches() {
  const { spreadAlong, spreadRows, spreadOrder, spreadScale } = useCompare()
  return (
    <div className="compare-switches" role="group" aria-label="How the spread is drawn">
      <Segmented
        label="Axis"
        items={[
          { id: 'value', label: 'Value' },
          { id: 'event', label: 'Event date' },
          { id: 'statement', label: 'Statement date' },
        ]}
        value={spreadAlong}
        onChange={(next) => useCompare.setState({ spreadAlong: next })}
      />
      {spreadAlong === 'value' && (
        <>
          <Segmented
            label="A row for each"
            items={[
              { id: 'claim', label: 'One row per claim' },
              { id: 'source', label: 'One row per source' },
            ]}
            value={spreadRows}
            onChange={(next) => useCompare.setState({ spreadRows: next })}
          />
          <Select
            label="Order"
            hideLabel
            className="compare-select"
            items={[
              { id: 'said', label: 'By when it was said' },
              { id: 'happened', label: 'By when it happened' },
              { id: 'figure', label: 'By figure' },
              { id: 'source', label: 'By source' },
            ]}
            value={spreadOrder}
            onChange={(next) => next && useCompare.setState({ spreadOrder: next })}
          />
        </>
      )}
      <Select
        label="Scale"
        hideLabel
        className="compare-select"
        items={[
          { id: 'auto', label: 'Automatic scale' },
          { id: 'linear', label: 'Even scale' },
          { id: 'log', label: 'Powers of ten' },
        ]}
        value={spreadScale}
        onChange={(next) => next && useCompare.setState({ spreadScale: next })}
      />
    </div>
  )
}
