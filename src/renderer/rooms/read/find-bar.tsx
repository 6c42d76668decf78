import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import type { Find } from './use-find.ts'

/** Find in the article: the words, how many places, and the way through them. */
export function FindBar({ find }: { find: Find }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (find.asked > 0) field.current?.select()
  }, [find.asked])
  if (!find.isOpen) return null
  return (
    <search
      className="find-bar"
      onKeyDown={(event) => {
        if (event.key === 'Escape') find.close()
        else if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1)
        else return
        event.stopPropagation()
        event.preventDefault()
      }}
    >
      <TextField
        label="Find in this article"
        hideLabel
        placeholder="Find in this article"
        type="search"
        value={find.words}
        onChange={find.search}
        autoFocus
        inputRef={field}
      />
      <span className="find-count" aria-live="polite">
        {find.words.trim() === ''
          ? ''
          : find.found.length === 0
            ? 'not found'
            : `${find.at + 1} of ${find.found.length}`}
      </span>
      <IconButton
        size="small"
        label="Previous"
        keys="Shift+Enter"
        icon={<ChevronUp />}
        onPress={() => find.step(-1)}
      />
      <IconButton
        size="small"
        label="Next"
        keys="Enter"
        icon={<ChevronDown />}
        onPress={() => find.step(1)}
      />
      <IconButton size="small" label="Close" keys="Escape" icon={<X />} onPress={find.close} />
    </search>
  )
}
