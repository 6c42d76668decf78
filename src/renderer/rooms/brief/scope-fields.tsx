import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import {
  Button,
  Disclosure,
  DisclosurePanel,
  Heading,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components'
import type { Brief } from '../../../contract/rows.ts'
import { claimStatuses, stances } from '../../../domain/claim/row.ts'
import { useAsk } from '../../data/ask.ts'
import { count, date } from '../../format.ts'
import { MultiCombo } from '../../ui/combo-box.tsx'
import { DateField } from '../../ui/date-field.tsx'

type Scope = Brief['scope']

/** Which claims the brief speaks of: folded to one line until it is opened. */
export function ScopeFields({
  scope,
  onChange,
  isDisabled,
}: {
  scope: Scope
  onChange: (scope: Scope) => void
  isDisabled: boolean
}) {
  const [open, setOpen] = useState(false)
  const sources = useAsk('sources.list', {}).data ?? []
  const speakers = sources
    .filter(({ id, claims }) => claims > 0 || scope.sourceIds.includes(id))
    .map(({ id, name, claims }) => ({ id, label: name, detail: count(claims, 'claim') }))
  return (
    <Disclosure className="brief-scope" isExpanded={open} onExpandedChange={setOpen}>
      <Heading level={2} className="brief-scope-heading">
        <Button slot="trigger" className="brief-scope-trigger">
          <ChevronRight aria-hidden className="brief-scope-arrow" />
          <span className="field-label">Scope</span>
          <span className="brief-scope-words">{scopeWords(scope)}</span>
        </Button>
      </Heading>
      <DisclosurePanel className="brief-scope-panel">
        <div className="brief-scope-fields">
          <Toggles
            label="Status"
            values={claimStatuses}
            chosen={scope.statuses}
            isDisabled={isDisabled}
            onChange={(statuses) => onChange({ ...scope, statuses })}
          />
          <Toggles
            label="Stance"
            values={stances}
            chosen={scope.stances}
            isDisabled={isDisabled}
            onChange={(chosen) => onChange({ ...scope, stances: chosen })}
          />
          <MultiCombo
            label="Speakers"
            placeholder={scope.sourceIds.length === 0 ? 'All speakers' : 'Add a speaker'}
            items={speakers}
            value={scope.sourceIds}
            isDisabled={isDisabled}
            onChange={(sourceIds) => onChange({ ...scope, sourceIds })}
          />
          <div className="brief-scope-dates">
            <DateField
              label="Said from"
              value={scope.saidFrom}
              isDisabled={isDisabled}
              onChange={(saidFrom) => onChange({ ...scope, saidFrom })}
            />
            <DateField
              label="Said until"
              value={scope.saidTo}
              isDisabled={isDisabled}
              onChange={(saidTo) => onChange({ ...scope, saidTo })}
            />
          </div>
          <p className="field-description">
            None chosen means no limit. Claims without a date are always kept.
          </p>
        </div>
      </DisclosurePanel>
    </Disclosure>
  )
}

function Toggles<Value extends string>({
  label,
  values,
  chosen,
  onChange,
  isDisabled,
}: {
  label: string
  values: readonly Value[]
  chosen: readonly Value[]
  onChange: (chosen: Value[]) => void
  isDisabled: boolean
}) {
  return (
    <div className="field">
      <span className="field-label" aria-hidden>
        {label}
      </span>
      <ToggleButtonGroup
        className="brief-toggles"
        aria-label={label}
        selectionMode="multiple"
        selectedKeys={chosen}
        isDisabled={isDisabled}
        // In the order of the field's own values: the same choice is always the same brief.
        onSelectionChange={(keys) => onChange(values.filter((value) => keys.has(value)))}
      >
        {values.map((value) => (
          <ToggleButton key={value} id={value} className="brief-toggle">
            {value}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  )
}

function scopeWords({ statuses, stances, sourceIds, saidFrom, saidTo }: Scope): string {
  const words = [
    statuses.join(', '),
    stances.join(', '),
    sourceIds.length > 0 ? count(sourceIds.length, 'speaker') : '',
    saidFrom ? `from ${date(saidFrom)}` : '',
    saidTo ? `until ${date(saidTo)}` : '',
  ].filter(Boolean)
  return words.length === 0 ? 'all claims' : words.join(' · ')
}
