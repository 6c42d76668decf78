import { useEffect, useRef } from 'react'
import { showLine, useSuggesting } from './suggesting.ts'
import { lineInstead, type SuggestionLine, wordsOfLine } from './suggestion-lines.ts'

/** When the line that is looked at goes, because it was judged, the next one is looked at. */
export function useKeptLine(lines: readonly SuggestionLine[]): void {
  const before = useRef(lines)
  useEffect(() => {
    const { lineId } = useSuggesting.getState()
    if (lineId !== null && !lines.some(({ id }) => id === lineId)) {
      const next = lineInstead(before.current, lines, lineId)
      showLine(next?.id ?? null, next && wordsOfLine(next))
    }
    before.current = lines
  }, [lines])
}
