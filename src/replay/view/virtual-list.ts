import { make, set } from './dom.ts'

/** Browsers lay out no element higher than some 17 million pixels; beyond this the scroll bar stands for more rows. */
const highest = 8_000_000

export interface VirtualList {
  element: HTMLElement
  /** Shows so many rows, `current` among them as the chosen one (null: none), which is brought into sight. */
  show(count: number, current: number | null): void
}

/**
 * A list of which only the rows in sight exist, all of one height in rem. The arrows, Page Up and Down, Home and End
 * and a click choose.
 */
export function virtualList(options: {
  id: string
  label: string
  rowRem: number
  /** The row's children; it is drawn anew often and must be cheap. */
  draw(index: number): Node
  choose(index: number): void
}): VirtualList {
  const { id } = options
  const rows = make('div', { class: 'list-rows', role: 'presentation' })
  const filler = make('div', { class: 'list-filler', role: 'presentation' })
  const element = make(
    'div',
    { id, class: 'list', role: 'listbox', tabindex: 0, 'aria-label': options.label },
    rows,
    filler,
  )
  let count = 0
  let current: number | null = null
  let drawnAt = 0

  const rowHeight = () =>
    options.rowRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  /** How many pixels of all rows lie above the list's upper edge. */
  const above = () => {
    const full = count * rowHeight()
    const room = element.clientHeight
    if (full <= highest) return element.scrollTop
    return (element.scrollTop / Math.max(1, highest - room)) * (full - room)
  }
  const scrollTo = (pixels: number) => {
    const full = count * rowHeight()
    const room = element.clientHeight
    element.scrollTop = full <= highest ? pixels : (pixels / Math.max(1, full - room)) * (highest - room)
  }

  function draw(): void {
    const height = rowHeight()
    const offset = above()
    const first = Math.max(0, Math.floor(offset / height))
    const last = Math.min(count, Math.ceil((offset + element.clientHeight) / height) + 1)
    drawnAt = element.scrollTop
    const drawn: Node[] = []
    for (let index = first; index < last; index += 1) {
      const chosen = index === current
      const row = make('div', {
        id: `${id}-${index}`,
        class: 'list-row',
        role: 'option',
        'aria-setsize': count,
        'aria-posinset': index + 1,
        'aria-selected': chosen ? 'true' : 'false',
        'data-later': current !== null && index > current,
      })
      row.append(options.draw(index))
      row.addEventListener('click', () => options.choose(index))
      drawn.push(row)
    }
    rows.replaceChildren(...drawn)
    rows.style.transform = `translateY(${element.scrollTop + first * height - offset}px)`
    const shown = current !== null && current >= first && current < last
    set(element, { 'aria-activedescendant': shown ? `${id}-${current}` : null })
  }

  function reveal(index: number): void {
    const height = rowHeight()
    const top = index * height
    const offset = above()
    const room = element.clientHeight
    if (top < offset || top + height > offset + room) scrollTo(Math.max(0, top - room / 2))
  }

  element.addEventListener('scroll', () => element.scrollTop !== drawnAt && draw(), { passive: true })
  new ResizeObserver(draw).observe(element)
  element.addEventListener('keydown', (event) => {
    const page = Math.max(1, Math.floor(element.clientHeight / rowHeight()) - 1)
    const from = current ?? -1
    const to = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      PageDown: from + page,
      PageUp: from - page,
      Home: 0,
      End: count - 1,
    }[event.key]
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    if (count > 0) options.choose(Math.max(0, Math.min(count - 1, to)))
  })

  return {
    element,
    show(nextCount, nextCurrent) {
      if (nextCount !== count) filler.style.height = `${Math.min(highest, nextCount * rowHeight())}px`
      count = nextCount
      if (nextCurrent !== null) reveal(nextCurrent)
      else if (current !== null) scrollTo(0)
      current = nextCurrent
      draw()
    },
  }
}
