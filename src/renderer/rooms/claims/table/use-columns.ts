import { useCallback, useEffect, useRef, useState } from 'react'
import { useLayout } from '../../../data/settings.ts'
import { keepLater } from '../../../state/keep-later.ts'
import { arrangedColumns, type ColumnChoice } from './columns.ts'

/** The columns as this person arranged them. A change shows at once and is kept a moment after the last one. */
export function useColumns(): [ColumnChoice[], (choices: ColumnChoice[]) => void] {
  const [remembered, remember] = useLayout<unknown>('claims columns', null)
  const [choices, setChoices] = useState(() => arrangedColumns(remembered))
  const changed = useRef(false)
  // Settings arrive after the first drawing; what the person has changed since then counts more.
  useEffect(() => {
    if (!changed.current) setChoices(arrangedColumns(remembered))
  }, [remembered])
  const save = useRef(remember)
  save.current = remember
  const change = useCallback((next: ColumnChoice[]) => {
    changed.current = true
    setChoices(next)
    keepLater('claims columns', 'person', saveDelay, () => save.current(next))
  }, [])
  return [choices, change]
}

/** Milliseconds; a dragged border changes at every frame. */
const saveDelay = 400
