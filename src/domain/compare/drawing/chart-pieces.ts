import { type Drawing, draw } from './drawing.ts'
import { round } from './mark.ts'
import { wordsWidth } from './text-fit.ts'

/** A place along the upper edge of a chart, with its words. */
export interface Tick {
  share: number
  words: string
  /** The larger unit that begins here. */
  above?: string
}

export interface Plot {
  left: number
  right: number
}

export const axisHeight = 36

/** Pixels from the chart's left edge of a share of the axis. */
export function along({ left, right }: Plot, share: number): number {
  return round(left + share * (right - left))
}

/** An `svg` of a size, in user units that are CSS pixels. */
export function sheet(width: number, height: number, ...children: Drawing['children']): Drawing {
  return part(width, 0, height, ...children)
}

/** The part of a higher sheet from `top` on: what stands on it keeps the places that it has on the whole. */
export function part(width: number, top: number, height: number, ...children: Drawing['children']): Drawing {
  const size = { width: round(width), height: round(height) }
  const viewBox = `0 ${round(top)} ${size.width} ${size.height}`
  return draw('svg', { ...size, viewBox, class: 'chart-sheet' }, ...children)
}

/** The words of the axis over the plot. Those at its ends stay near it; those that would cover others are left out. */
export function axisWords(plot: Plot, ticks: readonly Tick[]): Drawing[] {
  const lines = [
    { y: axisHeight - 10, name: 'tick', free: Number.NEGATIVE_INFINITY },
    { y: axisHeight - 24, name: 'above', free: Number.NEGATIVE_INFINITY },
  ]
  return ticks.flatMap(({ share, words: below, above = '' }) => {
    const x = along(plot, share)
    const drawn = lines.flatMap((line, index) => {
      const text = index === 0 ? below : above
      const width = wordsWidth(text)
      const start = Math.max(0, Math.min(x - width / 2, plot.right + beyondPlot - width))
      if (text === '' || start < line.free) return []
      line.free = start + width + 8
      return [words(text, start + width / 2, line.y, line.name, 'middle')]
    })
    return [draw('line', { class: 'tick-line', x1: x, y1: axisHeight - 5, x2: x, y2: axisHeight }), ...drawn]
  })
}

const beyondPlot = 10

/**
 * What a cell of so many pixels is long in the units of an axis: the same for all axes of about one length, so that cells
 * stay where they are while an axis is moved.
 */
export function steadyStep(length: number, pixels: number, cell: number): number {
  return 2 ** (Math.round(Math.log2((length * cell) / pixels) * 2) / 2)
}

/** Lines through the plot at the axis' places, from one height to another. */
export function gridLines(
  plot: Plot,
  top: number,
  bottom: number,
  ticks: readonly (Tick & { value: number })[],
): Drawing {
  const lines = ticks.map(({ share, value }) => {
    const x = along(plot, share)
    const name = value === 0 ? 'grid zero' : 'grid'
    return draw('line', { class: name, x1: x, y1: round(top), x2: x, y2: round(bottom) })
  })
  return draw('g', { class: 'grid-lines' }, ...lines)
}

export function words(text: string, x: number, y: number, name: string, anchor = 'start'): Drawing {
  return draw('text', { class: name, x: round(x), y: round(y), 'text-anchor': anchor }, text)
}

/** Axis and body in one, for an export. */
export function wholeSheet(width: number, axis: Drawing, body: Drawing, height: number): Drawing {
  return sheet(
    width,
    axisHeight + height,
    draw('g', {}, ...axis.children),
    draw('g', { transform: `translate(0 ${axisHeight})` }, ...body.children),
  )
}
