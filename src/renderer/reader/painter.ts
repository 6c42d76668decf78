import { type TagColour, type TagLine, tagColours, tagLines } from '../../domain/tag/style.ts'
import type { TextView } from './text-view.ts'

/** A span to paint: its tags' styles, in order; none means a plain annotation. */
export interface PaintedSpan {
  id: string
  start: number
  end: number
  styles: readonly { colour: TagColour; line: TagLine }[]
}

/** Underlines of overlapping spans lie at so many heights before they meet again. */
const levels = 3

/**
 * Paints spans with the CSS Custom Highlight API: one Highlight a style and height, not one a span, because the
 * browser's work grows with the number of Highlights. Overlapping and nested spans stay visible, each with its
 * own underline at its own height and with backgrounds that add up.
 */
export class Painter {
  readonly #view: TextView
  readonly #spans = new Map<
    string,
    { span: PaintedSpan; key: string; ranges: StaticRange[]; names: string[] }
  >()
  readonly #offered = new Map<string, StaticRange[]>()
  readonly #used = new Map<string, Highlight>()

  constructor(view: TextView) {
    this.#view = view
    adoptStyles()
  }

  /** Makes the painted spans be just these; only those that differ from before are touched. */
  set(spans: readonly PaintedSpan[]): void {
    const wanted = new Set(spans.map(({ id }) => id))
    for (const id of [...this.#spans.keys()]) if (!wanted.has(id)) this.#remove(id)
    const ordered = withLevels(spans)
    for (const { span, level } of ordered) {
      const key = `${span.start} ${span.end} ${level} ${span.styles.map((style) => styleName(style)).join(' ')}`
      if (this.#spans.get(span.id)?.key === key) continue
      this.#remove(span.id)
      const ranges = this.#view.rangesOf(span.start, span.end)
      const names = namesOf(span, level)
      for (const name of names) for (const range of ranges) this.#highlight(name).add(range)
      this.#spans.set(span.id, { span, key, ranges, names })
    }
  }

  /** Shows one stretch in a role of its own, over the tags; null takes it away. */
  mark(
    role: 'chosen' | 'selected' | 'found' | 'current' | 'landed' | 'suggestion',
    stretches: readonly { start: number; end: number }[],
  ): void {
    const highlight = this.#highlight(`reader-${role}`)
    highlight.clear()
    for (const { start, end } of stretches) {
      for (const range of this.#view.rangesOf(start, end)) highlight.add(range)
    }
  }

  /** Shows the words that are offered, thousands of them perhaps; only those that differ from before are touched. */
  offer(stretches: readonly { start: number; end: number }[]): void {
    const highlight = this.#highlight('reader-suggested')
    const wanted = new Map(stretches.map((stretch) => [`${stretch.start} ${stretch.end}`, stretch]))
    for (const [key, ranges] of this.#offered) {
      if (wanted.delete(key)) continue
      for (const range of ranges) highlight.delete(range)
      this.#offered.delete(key)
    }
    for (const [key, { start, end }] of wanted) {
      const ranges = this.#view.rangesOf(start, end)
      for (const range of ranges) highlight.add(range)
      this.#offered.set(key, ranges)
    }
  }

  /** Spans over an offset, the innermost (shortest) first. */
  at(offset: number): PaintedSpan[] {
    return [...this.#spans.values()]
      .map(({ span }) => span)
      .filter(({ start, end }) => start <= offset && offset < end)
      .sort((a, b) => a.end - a.start - (b.end - b.start))
  }

  /** Takes every mark off the document. */
  clear(): void {
    for (const name of this.#used.keys()) CSS.highlights.delete(name)
    this.#used.clear()
    this.#spans.clear()
    this.#offered.clear()
  }

  #remove(id: string): void {
    const painted = this.#spans.get(id)
    if (!painted) return
    for (const name of painted.names) {
      for (const range of painted.ranges) this.#used.get(name)?.delete(range)
    }
    this.#spans.delete(id)
  }

  #highlight(name: string): Highlight {
    let highlight = this.#used.get(name)
    if (!highlight) {
      highlight = new Highlight()
      highlight.priority = priorities[name] ?? 0
      this.#used.set(name, highlight)
      CSS.highlights.set(name, highlight)
    }
    return highlight
  }
}

const priorities: Record<string, number> = {
  'reader-suggested': -1,
  'reader-suggestion': 9,
  'reader-chosen': 10,
  'reader-landed': 15,
  'reader-found': 20,
  'reader-current': 21,
  'reader-selected': 30,
}

/** Gives each span the lowest height that no span before it, still open at its start, has. */
export function withLevels(spans: readonly PaintedSpan[]): { span: PaintedSpan; level: number }[] {
  const ordered = [...spans].sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1))
  let open: { end: number; level: number }[] = []
  return ordered.map((span) => {
    open = open.filter(({ end }) => end > span.start)
    const taken = new Set(open.map(({ level }) => level))
    let level = 0
    while (taken.has(level)) level += 1
    open.push({ end: span.end, level })
    return { span, level: level % levels }
  })
}

function namesOf(span: PaintedSpan, level: number): string[] {
  if (span.styles.length === 0) return [`plain-${level}`]
  return [...new Set(span.styles.map((style, index) => `${styleName(style)}-${(level + index) % levels}`))]
}

function styleName({ colour, line }: { colour: TagColour; line: TagLine }): string {
  return `tag-${colour}-${line}`
}

let adopted = false

/**
 * One rule a style and height; made once, as a sheet of its own, because the set is a product of three lists. The
 * rules name the reader, whose paragraphs inherit them: rules for any element would have the browser work out a
 * hundred styles more for each element of the whole program.
 */
function adoptStyles(): void {
  if (adopted) return
  adopted = true
  const rules: string[] = []
  for (let level = 0; level < levels; level += 1) {
    const offset = `${0.16 + level * 0.2}em`
    for (const colour of tagColours) {
      for (const line of tagLines) {
        rules.push(
          `.reader::highlight(tag-${colour}-${line}-${level}) {
            background-color: color-mix(in srgb, var(--tag-${colour}) 16%, transparent);
            text-decoration: underline ${line} var(--tag-${colour}) ${line === 'double' || line === 'wavy' ? '1px' : '2px'};
            text-underline-offset: ${offset};
          }`,
        )
      }
    }
    rules.push(
      `.reader::highlight(plain-${level}) {
        background-color: color-mix(in srgb, var(--dim) 14%, transparent);
        text-decoration: underline dotted var(--dim) 1px;
        text-underline-offset: ${offset};
      }`,
    )
  }
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(rules.join('\n'))
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
