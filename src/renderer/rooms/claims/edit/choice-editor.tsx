import { columnsOfField, fieldOf } from '../../../../domain/claim/fields.ts'
import type { Reliability } from '../../../../domain/grade.ts'
import { choicesOf, chosenValue, reliabilityChoices } from '../../../claims/choices.ts'
import { noneChoice } from '../../../claims/name-choices.ts'
import { PickList } from '../../../ui/pick-list.tsx'
import type { EditorProps } from './editor-props.ts'

/** One of a few values; choosing saves. */
export function ChoiceEditor({ field: key, row, commit }: EditorProps) {
  const field = fieldOf(key)
  if (field.kind !== 'choice') return null
  const [column] = columnsOfField(key) as [keyof typeof row.claim]
  const none = noneChoice(field.none ?? '')
  return (
    <PickList
      label={field.label}
      items={field.none ? [none, ...choicesOf(field)] : choicesOf(field)}
      chosen={[row.claim[column] === null ? none.id : String(row.claim[column])]}
      onChoose={([id]) => {
        if (id !== undefined) void commit.claim({ [column]: chosenValue(field, id) })
      }}
    />
  )
}

/** The grade of the claim's speaker, which is the speaker's own. */
export function ReliabilityEditor({ row, commit }: EditorProps) {
  const { sourceId, sourceName, reliability } = row.claim
  if (sourceId === null) {
    return (
      <p className="cell-editor-note">Without a speaker there is nobody to grade. Set the speaker first.</p>
    )
  }
  const none = noneChoice('not graded')
  return (
    <>
      <p className="cell-editor-note">Grades {sourceName} for all of its claims.</p>
      <PickList
        label="Reliability"
        items={[none, ...reliabilityChoices]}
        chosen={[reliability ?? none.id]}
        onChoose={([id]) => {
          if (id === undefined) return
          void commit.source({ reliability: id === none.id ? null : (id as Reliability) })
        }}
      />
    </>
  )
}
