import { type RefObject, useEffect, useRef } from 'react'
import { focusSoon } from '../focus-soon.ts'
import { type Looking, showLine, useSuggesting } from './suggesting.ts'
import { type SuggestionLine, wordsOfLine } from './suggestion-lines.ts'

/**
 * Gives the list the focus once it is there and was asked for, and begins at its first entry. A list that went with the
 * focus in it, since its last entry was judged, has it again when others come.
 */
export function useWantedFocus(
  tree: RefObject<HTMLDivElement | null>,
  lines: readonly SuggestionLine[],
): void {
  const isWanted = useSuggesting((state) => state.wantsFocus)
  // What stands first is known once the first stretch has been read.
  const isBeginning = useSuggesting(({ looking, found }) => mayStillCome(looking.is) && found.length === 0)
  const wasFocused = useRef(false)
  const wasEmpty = useRef(true)
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      wasFocused.current = target === tree.current
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [tree])
  useEffect(() => {
    if (!isWanted || isBeginning || lines.length === 0) return
    useSuggesting.setState({ wantsFocus: false })
    const { lineId } = useSuggesting.getState()
    const first = lines.find(({ kind }) => kind !== 'group')
    if (lineId === null && first) showLine(first.id, wordsOfLine(first))
    focusSoon(tree)
  }, [isWanted, isBeginning, lines, tree])
  useEffect(() => {
    const isBack = wasEmpty.current && lines.length > 0
    if (isBack && wasFocused.current && document.activeElement === document.body) focusSoon(tree)
    wasEmpty.current = lines.length === 0
  }, [lines, tree])
}

function mayStillCome(is: Looking['is']): boolean {
  return is === 'waiting' || is === 'looking'
}
