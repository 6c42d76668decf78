import { useState } from 'react'
import { number } from '../../format.ts'
import { NumberField } from '../../ui/field.tsx'
import { type Choice, Select } from '../../ui/select.tsx'
import type { Standing } from './ends.ts'
import type { End } from './side.ts'

/** One end of a comparison: now, where the window stands, a named moment, or the number of any event. */
export function EndPicker({
  label,
  end,
  standing,
  onChange,
}: {
  label: string
  end: End
  standing: Standing
  onChange: (end: End) => void
}) {
  const { head, here, moments } = standing
  const [byNumber, setByNumber] = useState(typeof end === 'object' && 'seq' in end && end.seq > 0)
  const items: Choice[] = [
    { id: 'now', label: 'Now', detail: `event ${number(head)}` },
    ...(here === null ? [] : [{ id: 'here', label: 'Where I stand', detail: `event ${number(here)}` }]),
    ...moments.map(({ id, name, seq }) => ({
      id: `moment ${id}`,
      label: name,
      detail: `event ${number(seq)}`,
    })),
    { id: 'beginning', label: 'The beginning', detail: 'before the first event' },
    { id: 'event', label: 'An event by its number' },
  ]
  const choose = (id: string | null) => {
    setByNumber(id === 'event')
    if (id === 'now' || id === 'here') onChange(id)
    else if (id === 'beginning') onChange({ seq: 0 })
    else if (id === 'event') onChange({ seq: here ?? head })
    else if (id !== null) onChange({ moment: id.slice('moment '.length) })
  }
  return (
    <div className="end-picker">
      <Select label={label} items={items} value={choiceOf(end, byNumber)} onChange={choose} />
      {byNumber && typeof end === 'object' && 'seq' in end && (
        <NumberField
          label={`${label}: event`}
          hideLabel
          value={end.seq}
          minValue={0}
          maxValue={head}
          step={1}
          onChange={(seq) => seq !== null && onChange({ seq })}
        />
      )}
    </div>
  )
}

function choiceOf(end: End, byNumber: boolean): string {
  if (typeof end === 'string') return end
  if ('moment' in end) return `moment ${end.moment}`
  return byNumber ? 'event' : 'beginning'
}
