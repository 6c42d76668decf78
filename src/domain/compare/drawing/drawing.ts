/**
 * A chart as a plain tree of SVG elements: made by pure functions, drawn by the window as React elements and written
 * by an export as text, so that both show the same chart. Looks come from classes; only geometry stands in attributes.
 */
export interface Drawing {
  tag: DrawingTag
  /** Geometry, `class` and `aria-*`; numbers are SVG user units (CSS pixels at 100 %). */
  attributes: Readonly<Record<string, string | number>>
  children: readonly (Drawing | string)[]
  /** The claims that a mark stands for: the window makes such an element reachable and lets it lead to their words. */
  claimIds?: readonly string[]
  /** The article that a mark stands for. */
  articleId?: string
}

export type DrawingTag =
  | 'svg'
  | 'g'
  | 'line'
  | 'rect'
  | 'circle'
  | 'path'
  | 'polygon'
  | 'text'
  | 'tspan'
  | 'title'
  | 'desc'
  | 'defs'
  | 'pattern'
  | 'clipPath'

export function draw(
  tag: DrawingTag,
  attributes: Drawing['attributes'] = {},
  ...children: Drawing['children']
): Drawing {
  return { tag, attributes, children }
}

/** The drawing as SVG text for an HTML file. Words are escaped, so no name can become markup. Same tree, same text. */
export function drawingText({ tag, attributes, children }: Drawing): string {
  const words = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : drawingText(child)))
  return `<${tag}${words.join('')}>${inside.join('')}</${tag}>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
