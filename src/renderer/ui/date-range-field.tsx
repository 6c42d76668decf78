import { useEffect, useState } from 'react'
import { dateRange } from '../format.ts'
import { type FieldProps, TextField } from './field.tsx'
import { readDates } from './read-dates.ts'

export interface DateRange {
  /** First and last day, both included, as 2024-10-31; both null when unknown. */
  from: string | null
  to: string | null
}

/**
 * A day or a span of days, typed as people write them: “31 Oct 2024”, “2024-10-31”, “30–31 Oct 2024”, “Oct 2024”.
 * What cannot be read stays in the field with a word on how to write it; the value then stays as it was.
 */
export function DateRangeField({
  value,
  onChange,
  placeholder = '31 Oct 2024',
  ...props
}: FieldProps & { value: DateRange; onChange: (value: DateRange) => void; placeholder?: string }) {
  const shown = dateRange(value.from, value.to)
  const [text, setText] = useState(shown)
  const [wrong, setWrong] = useState('')
  useEffect(() => {
    setText(shown)
    setWrong('')
  }, [shown])
  const take = () => {
    if (text.trim() === shown) return setWrong('')
    const read = readDates(text)
    if (!read.ok) return setWrong(read.why)
    setWrong('')
    setText(dateRange(read.from, read.to))
    onChange({ from: read.from, to: read.to })
  }
  return (
    <TextField
      {...props}
      value={text}
      onChange={setText}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
      }}
      placeholder={placeholder}
      error={wrong || props.error}
    />
  )
}
