import type { ClaimColumn } from '../../../../contract/claim-query.ts'
import type { NamedClaim } from '../../../../contract/rows.ts'
import {
  confidenceChoices,
  credibilityChoices,
  likelihoodChoices,
  reliabilityChoices,
  stanceChoices,
  statusChoices,
} from '../../../claims/choices.ts'
import { PickList } from '../../../ui/pick-list.tsx'
import type { Choice } from '../../../ui/select.tsx'
import type { EditorProps } from './editor-props.ts'
import type { Commit } from './use-commit.ts'

/** One of a few values; choosing saves. */
export function ChoiceEditor({ column, row, commit }: EditorProps) {
  const field = fields[column]
  if (!field) return null
  if (column === 'reliability' && row.claim.sourceId === null) {
    return (
      <p className="cell-editor-note">Without a speaker there is nobody to grade. Set the speaker first.</p>
    )
  }
  const items: Choice[] = field.none ? [{ id: noneKey, label: field.none }, ...field.choices] : field.choices
  return (
    <>
      {column === 'reliability' && (
        <p className="cell-editor-note">Grades {row.claim.sourceName} for all of its claims.</p>
      )}
      <PickList
        label={field.label}
        items={items}
        chosen={[field.get(row.claim) ?? noneKey]}
        onChoose={([id]) => {
          if (id !== undefined) void field.save(commit, id === noneKey ? null : id)
        }}
      />
    </>
  )
}

const noneKey = '\u0000none'

interface ChoiceField {
  label: string
  choices: Choice[]
  /** What stands for no value, where there may be none. */
  none?: string
  get: (claim: NamedClaim) => string | null
  save: (commit: Commit, value: string | null) => Promise<void>
}

const fields: Partial<Record<ClaimColumn, ChoiceField>> = {
  stance: {
    label: 'Stance',
    choices: stanceChoices,
    get: (claim) => claim.stance,
    save: (commit, value) => commit.claim({ stance: value as NamedClaim['stance'] }),
  },
  status: {
    label: 'Status',
    choices: statusChoices,
    get: (claim) => claim.status,
    save: (commit, value) => commit.claim({ status: value as NamedClaim['status'] }),
  },
  credibility: {
    label: 'Credibility of the information',
    choices: credibilityChoices,
    none: 'not graded',
    get: (claim) => (claim.credibility === null ? null : String(claim.credibility)),
    save: (commit, value) =>
      commit.claim({
        credibility: (value === null ? null : Number(value)) as NamedClaim['credibility'],
      }),
  },
  confidence: {
    label: 'Confidence',
    choices: confidenceChoices,
    none: 'not stated',
    get: (claim) => claim.confidence,
    save: (commit, value) => commit.claim({ confidence: value as NamedClaim['confidence'] }),
  },
  likelihood: {
    label: 'Likelihood',
    choices: likelihoodChoices,
    none: 'not stated',
    get: (claim) => claim.likelihood,
    save: (commit, value) => commit.claim({ likelihood: value as NamedClaim['likelihood'] }),
  },
  reliability: {
    label: 'Reliability of the source',
    choices: reliabilityChoices,
    none: 'not graded',
    get: (claim) => claim.reliability,
    save: (commit, value) => commit.source({ reliability: value as NamedClaim['reliability'] }),
  },
}
