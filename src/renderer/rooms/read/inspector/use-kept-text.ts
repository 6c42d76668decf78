import { useEffect, useRef, useState } from 'react'

/** Milliseconds without a key after which what was typed is kept. */
const rest = 1500

export interface KeptText {
  text: string
  setText: (text: string) => void
  /** Keeps it now: when the field is left. */
  keep: () => void
  /** Something is typed that is not kept yet. */
  isPending: boolean
}

/**
 * Text that is kept by itself: when typing rests, when the field is left, when it goes away and when the window
 * closes. What was typed and not kept yet is never replaced by a value from elsewhere.
 * @param value as it is kept now
 */
export function useKeptText(value: string, save: (text: string) => void): KeptText {
  const [text, setText] = useState(value)
  const [before, setBefore] = useState(value)
  const state = useRef({ text, value, save, timer: 0 })
  state.current.text = text
  state.current.value = value
  state.current.save = save
  useEffect(() => {
    if (text === before) setText(value)
    setBefore(value)
  }, [value, text, before])
  useEffect(() => {
    const keep = () => keepNow(state.current)
    window.addEventListener('pagehide', keep)
    return () => {
      window.removeEventListener('pagehide', keep)
      keep()
    }
  }, [])
  return {
    text,
    setText: (next) => {
      setText(next)
      window.clearTimeout(state.current.timer)
      state.current.timer = window.setTimeout(() => keepNow(state.current), rest)
    },
    keep: () => keepNow(state.current),
    isPending: text !== value,
  }
}

function keepNow({
  text,
  value,
  save,
  timer,
}: {
  text: string
  value: string
  save: (text: string) => void
  timer: number
}) {
  window.clearTimeout(timer)
  if (text !== value) save(text)
}
