import type { RefObject } from 'react'

/** Gives the focus to an element at once, and again in the next frame where its pane only now comes to the front. */
export function focusSoon(element: RefObject<HTMLElement | null>): void {
  element.current?.focus()
  requestAnimationFrame(() => element.current?.focus())
}

/** Gives the focus to the text, in the next frame: once a form has gone, or its pane has come to the front. */
export function focusText(): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('.article [role="document"]')?.focus({ preventScroll: true }),
  )
}
