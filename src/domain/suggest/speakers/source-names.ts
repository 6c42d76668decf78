import type { KnownSource } from '../suggestion.ts'

/** Finds the known source that a name means, by name or alias, whatever its case, article or kind of apostrophe. */
export interface SourceNames {
  idOf(name: string): string | null
}

export function sourceNames(sources: readonly KnownSource[]): SourceNames {
  const ids = new Map<string, string | null>()
  for (const { id, name, aliases, retired } of sources) {
    if (retired) continue
    for (const each of [name, ...aliases]) {
      const plain = plainName(each)
      const other = ids.get(plain)
      // A name that two sources share decides nothing.
      if (plain !== '') ids.set(plain, other === undefined || other === id ? id : null)
    }
  }
  return { idOf: (name) => ids.get(plainName(name)) ?? null }
}

/** A name without article, case, stops and the differences between apostrophes and dashes. */
export function plainName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘ʼ]/gu, "'")
    .replace(/[.,]/gu, '')
    .replace(/[-‐-―]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:the|an?) /u, '')
}
