import { useEffect, useRef } from 'react'
import type { ClaimFields } from '../../domain/claim/empty-claim.ts'
import { DateRangeField } from '../ui/date-range-field.tsx'
import { TextArea, TextField } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import {
  confidenceChoices,
  credibilityChoices,
  likelihoodChoices,
  stanceChoices,
  statusChoices,
} from './choices.ts'
import type { FieldsProps } from './claim-form-field.ts'
import { SpeakerField, TopicField, ViaField } from './claim-form-names.tsx'
import { QuantityFields } from './claim-form-quantity.tsx'

/** The fields of a claim, label beside field, in the order in which one asks: who, through whom, what, when, how sure. */
export function ClaimFormFields(props: FieldsProps) {
  const { open, draft, isDisabled } = props
  const { fields, origins } = draft
  const { change } = open
  return (
    <div className="claim-form-fields">
      <Statement {...props} />
      <SpeakerField {...props} />
      <ViaField {...props} />
      <TopicField {...props} />
      <QuantityFields {...props} />
      <Select
        label="Stance"
        items={stanceChoices}
        value={fields.stance}
        isDisabled={isDisabled}
        onChange={(stance) => stance && change({ stance })}
      />
      <TextField
        label="Place"
        value={fields.place}
        isDisabled={isDisabled}
        onChange={(place) => change({ place })}
      />
      <DateRangeField
        label="Happened"
        value={{ from: fields.eventFrom, to: fields.eventTo }}
        isDisabled={isDisabled}
        description={origins.eventFrom}
        placeholder="e.g. 30–31 Oct 2024"
        onChange={({ from, to }) => change({ eventFrom: from, eventTo: to })}
      />
      <DateRangeField
        label="Said"
        value={{ from: fields.statementFrom, to: fields.statementTo }}
        isDisabled={isDisabled}
        description={origins.statementFrom}
        placeholder="e.g. 31 Oct 2024"
        onChange={({ from, to }) => change({ statementFrom: from, statementTo: to })}
      />
      <Select
        label="Credibility"
        items={credibilityChoices}
        value={fields.credibility === null ? null : String(fields.credibility)}
        none="not graded"
        isDisabled={isDisabled}
        description={
          fields.credibility === 1
            ? 'Needs an independent origin: relate a claim that supports it.'
            : undefined
        }
        onChange={(grade) =>
          change({ credibility: (grade === null ? null : Number(grade)) as ClaimFields['credibility'] })
        }
      />
      <Select
        label="Confidence"
        items={confidenceChoices}
        value={fields.confidence}
        none="not stated"
        isDisabled={isDisabled}
        onChange={(confidence) => change({ confidence })}
      />
      <Select
        label="Likelihood"
        items={likelihoodChoices}
        value={fields.likelihood}
        none="not stated"
        isDisabled={isDisabled}
        onChange={(likelihood) => change({ likelihood })}
      />
      <Select
        label="Status"
        items={statusChoices}
        value={fields.status}
        isDisabled={isDisabled}
        onChange={(status) => status && change({ status })}
      />
      <TextArea
        label="Note"
        rows={1}
        value={fields.note}
        isDisabled={isDisabled}
        onChange={(note) => change({ note })}
      />
    </div>
  )
}

function Statement({ open, draft, isDisabled }: FieldsProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.focus(), [])
  return (
    <TextArea
      label="Statement"
      className="claim-form-statement"
      rows={2}
      areaRef={area}
      value={draft.fields.statement}
      isDisabled={isDisabled}
      isRequired
      onChange={(statement) => open.change({ statement })}
      placeholder="What is asserted, in one sentence"
    />
  )
}
