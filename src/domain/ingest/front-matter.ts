import type { Proposed } from './proposal.ts'

/** The block of "key: value" lines with which a Markdown file may begin. */
export interface FrontMatter {
  /** UTF-16 offset after the closing line, before its line feed. */
  end: number
  title?: Proposed
  subtitle?: Proposed
  author?: Proposed
  publisher?: Proposed
  date?: Proposed
  url?: Proposed
  language?: Proposed
}

/**
 * Reads front matter between two lines of three hyphens at the very start of a text. Only plain "key: value" lines and
 * lists of names are read; the rest stays text. Null when there is none. The values are as written, unchecked.
 */
export function readFrontMatter(text: string): FrontMatter | null {
  if (!text.startsWith('---\n')) return null
  const close = /\n(?:---|\.\.\.)[ \t]*(?=\n|$)/g
  close.lastIndex = 3
  const found = close.exec(text.slice(0, 20_000))
  if (!found) return null
  const values = readValues(text.slice(4, Math.max(4, found.index)))
  const take = (...keys: string[]): Proposed | undefined => {
    const key = keys.find((name) => values.get(name))
    return key === undefined ? undefined : { value: values.get(key)!, reason: `“${key}” in the front matter` }
  }
  return {
    end: found.index + found[0].length,
    title: take('title', 'headline'),
    subtitle: take('subtitle', 'description', 'summary'),
    author: take('author', 'authors', 'byline', 'creator'),
    publisher: take('publisher', 'publication', 'site', 'sitename', 'site_name', 'website'),
    date: take('date', 'published', 'pubdate', 'publishdate', 'date_published', 'published_at', 'created'),
    url: take('url', 'canonical', 'link', 'source', 'source_url', 'permalink'),
    language: take('lang', 'language', 'locale'),
  }
}

function readValues(block: string): Map<string, string> {
  const values = new Map<string, string>()
  let listKey = ''
  for (const line of block.split('\n')) {
    const item = /^\s*-\s+(.+)$/.exec(line)
    if (item && listKey) {
      const before = values.get(listKey)
      values.set(listKey, before ? `${before}, ${unquoted(item[1]!)}` : unquoted(item[1]!))
      continue
    }
    const pair = /^([A-Za-z_][\w -]{0,40}?)\s*:\s*(.*)$/.exec(line)
    if (!pair) continue
    listKey = pair[1]!.toLowerCase()
    const value = pair[2]!.trim()
    const inline = /^\[(.*)\]$/.exec(value)
    values.set(listKey, inline ? inline[1]!.split(',').map(unquoted).join(', ') : unquoted(value))
  }
  return values
}

function unquoted(value: string): string {
  const trimmed = value.trim()
  return /^(["']).*\1$/.test(trimmed) ? trimmed.slice(1, -1) : trimmed
}
