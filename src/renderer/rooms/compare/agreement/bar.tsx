import { Switch } from 'react-aria-components'
import type { Agreement } from '../../../../contract/compare.ts'
import { type FindingKind, findingKinds } from '../../../../domain/finding/row.ts'
import { number } from '../../../format.ts'
import { useCompare } from '../../../state/compare.ts'
import { Segmented } from '../../../ui/segmented.tsx'
import { kindLooks } from './kind-looks.tsx'

/** Which kinds are shown, how many there are of each, and how far the analyst has come. */
export function AgreementBar({ counts, isComplete }: Pick<Agreement, 'counts' | 'isComplete'>) {
  const kind = useCompare((view) => view.agreementKind)
  const showDismissed = useCompare((view) => view.agreementDismissed)
  const sum = (of: (one: Agreement['counts'][FindingKind]) => number) =>
    findingKinds.reduce((total, each) => total + of(counts[each]), 0)
  const gone = sum(({ dismissed }) => dismissed)
  const judged = gone + sum(({ confirmed }) => confirmed)
  const all = judged + sum(({ open }) => open)
  const shown = (each: FindingKind) =>
    counts[each].open + counts[each].confirmed + (showDismissed ? counts[each].dismissed : 0)
  const atLeast = isComplete ? '' : '+'
  return (
    <div className="agreement-bar">
      <Segmented
        label="Which findings"
        value={kind}
        onChange={(agreementKind) => useCompare.setState({ agreementKind })}
        items={[
          {
            id: 'all',
            label: (
              <Counted
                word="All"
                value={`${number(findingKinds.reduce((total, each) => total + shown(each), 0))}${atLeast}`}
              />
            ),
          },
          ...findingKinds.map((each) => ({
            id: each,
            label: (
              <>
                {kindLooks[each].icon}
                <Counted word={kindLooks[each].many} value={`${number(shown(each))}${atLeast}`} />
              </>
            ),
          })),
        ]}
      />
      <span className="agreement-judged" role="status">
        {all > 0 && `${number(judged)} of ${number(all)}${atLeast} judged`}
      </span>
      {(gone > 0 || showDismissed) && (
        <Switch
          className="agreement-switch"
          isSelected={showDismissed}
          onChange={(agreementDismissed) => useCompare.setState({ agreementDismissed })}
        >
          <span className="agreement-switch-track" aria-hidden />
          Show dismissed · {number(gone)}
        </Switch>
      )}
    </div>
  )
}

function Counted({ word, value }: { word: string; value: string }) {
  return (
    <>
      {word} <span className="agreement-count">{value}</span>
    </>
  )
}
