import { weightOf } from '../../../../domain/compare/hypotheses/ach.ts'
import { credibilities, reliabilities } from '../../../../domain/grade.ts'
import { Button } from '../../../ui/button.tsx'
import { Popover } from '../../../ui/popover.tsx'

const sources = [...reliabilities, null]
const grades = [...credibilities, null]

/** How much each pair of grades weighs: the whole table, so that nobody has to guess. */
export function WeightsNote() {
  return (
    <Popover
      label="How grades weigh"
      trigger={
        <Button size="small" variant="plain">
          How grades weigh
        </Button>
      }
    >
      <div className="ach-weights">
        <p>
          A piece of evidence counts by the reliability of its source times the credibility of what it says:
          ten tenths for the best grade, two less for each step. “Cannot be judged” and no grade count as the
          middle, five tenths. It is this program’s convention, for sorting only.
        </p>
        <table>
          <caption className="hidden-visually">
            Weight in percent by the source’s reliability and the information’s credibility
          </caption>
          <thead>
            <tr>
              <td />
              {grades.map((grade) => (
                <th key={grade} scope="col">
                  {grade ?? 'none'}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sources.map((source) => (
              <tr key={source}>
                <th scope="row">{source ?? 'none'}</th>
                {grades.map((grade) => (
                  <td key={grade}>{weightOf(source, grade)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Popover>
  )
}
