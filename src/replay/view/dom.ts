type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Makes an element. Children that are strings become text, never markup; so does everything that the file brings. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  set(element, attributes)
  element.append(...children)
  return element
}

/** Sets attributes; null, undefined and false take one away. */
export function set(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) element.removeAttribute(name)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
}

export function button(label: string, onPress: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const element = make('button', { type: 'button', ...attributes }, label)
  element.addEventListener('click', onPress)
  return element
}

/** Words from the file among words of the page: their direction stays their own. */
export function foreign(words: string): HTMLElement {
  return make('bdi', {}, words)
}

/** A picture of 24 by 24 from outlines of the page's own, filled with the colour of the words around it. */
export function icon(outline: string): SVGElement {
  const name = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(name, 'svg')
  const path = document.createElementNS(name, 'path')
  set(svg, { viewBox: '0 0 24 24', 'aria-hidden': 'true' })
  set(path, { d: outline })
  svg.append(path)
  return svg
}
