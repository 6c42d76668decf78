import { useEffect, useState } from 'react'
import { dateRange } from '../format.ts'
import { type FieldProps, TextField } from './field.tsx'
import { readDates } from './read-dates.ts'

/** One day or none, typed as people write it: “31 Oct 2024”, “2024-10-31”. The value is 2024-10-31 or null. */
export function DateField({
  value,
  onChange,
  ...props
}: FieldProps & { value: string | null; onChange: (value: string | null) => void }) {
  const shown = dateRange(value, value)
  const [text, setText] = useState(shown)
  const [wrong, setWrong] = useState('')
  useEffect(() => {
    setText(shown)
    setWrong('')
  }, [shown])
  const take = () => {
    const read = readDates(text)
    if (!read.ok || read.from !== read.to) return setWrong('Write one day, like 31 Oct 2024.')
    setWrong('')
    setText(dateRange(read.from, read.to))
    if (read.from !== value) onChange(read.from)
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
      placeholder="31 Oct 2024"
      error={wrong || props.error}
    />
  )
}
