/** Markup that is safe to stand in a page: made by `html` alone. */
export class Html {
  readonly markup: string
  constructor(markup: string) {
    this.markup = markup
  }
}

type Part = string | number | Html | null | false | readonly Part[]

/**
 * Markup from a template. Whatever is put into it is text or the value of a quoted attribute and can be nothing else;
 * only what `html` itself made goes in as it is. Null and false leave nothing.
 */
export function html(markup: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(markup.reduce((text, piece, index) => text + markupOf(parts[index - 1]!) + piece))
}

/** A person's or an article's text, safe between tags and in quoted attributes. */
export function escaped(text: string): string {
  return text.replaceAll('\0', '\ufffd').replace(/[&<>"'\r]/g, (character) => `&#${character.charCodeAt(0)};`)
}

function markupOf(part: Part): string {
  if (part === null || part === false) return ''
  if (part instanceof Html) return part.markup
  if (typeof part === 'string') return escaped(part)
  return typeof part === 'number' ? String(part) : part.map(markupOf).join('')
}
