import { emptyClaim } from '../claim/fields.ts'
import { memoryTables } from '../memory-tables.ts'
import type { RowOf, Tables } from '../rows.ts'
import { makeAnchor } from '../text/anchor.ts'
import type { BriefDraft } from './brief-tables.ts'

/** A small workspace in memory for specs: rows by id with everything unsaid left at its plainest value. */
export function briefWorkspace() {
  const tables: Tables = memoryTables()
  const texts = new Map<string, string>()
  const at = '2024-11-25T08:00:00.000Z'
  const entered = { enteredAt: at, enteredBy: 'analyst' }
  return {
    tables,
    textOf: (articleId: string) => texts.get(articleId)!,
    entryOf: () => 7,
    head: { seq: 42, hash: 'ab'.repeat(32) },

    article(id: string, text: string, set: Partial<RowOf<'articles'>> = {}) {
      texts.set(id, text)
      tables.articles.insert({
        id,
        title: `Title of ${id}`,
        publisher: 'Harbour Wire',
        author: '',
        publishedDate: '2024-11-01',
        url: '',
        language: 'en',
        textHash: id.length.toString(16).padStart(64, 'c'),
        length: text.length,
        words: 3,
        origin: 'pasted',
        encoding: 'utf-8',
        part: null,
        parts: null,
        revision: 1,
        revisionOf: null,
        status: 'to read',
        ...entered,
        ...set,
      })
    },

    /** Marks the first occurrence of `words` in the article. */
    annotation(id: string, articleId: string, words: string, set: Partial<RowOf<'annotations'>> = {}) {
      const text = texts.get(articleId)!
      const anchor = makeAnchor(text, text.indexOf(words), text.indexOf(words) + words.length)
      if (!anchor.ok) throw new Error(anchor.error.message)
      tables.annotations.insert({ id, articleId, ...anchor.value, tagIds: [], note: '', ...entered, ...set })
    },

    source(id: string, name: string, set: Partial<RowOf<'sources'>> = {}) {
      const rest = { aliases: [], reliability: null, note: '', retired: false, mergedInto: null }
      tables.sources.insert({ id, name, kind: 'organisation', ...rest, ...set })
    },

    topic(id: string, question: string) {
      tables.topics.insert({ id, question, description: '', retired: false, mergedInto: null })
    },

    claim(id: string, set: Partial<RowOf<'claims'>> = {}) {
      tables.claims.insert({
        ...emptyClaim,
        id,
        statement: `Statement of ${id}.`,
        evidence: [],
        ...entered,
        ...set,
      })
    },

    contradiction(id: string, fromId: string, toId: string, note = '') {
      tables.relations.insert({ id, fromId, toId, kind: 'contradicts', note })
    },
  }
}

export function draft(set: Partial<BriefDraft> = {}): BriefDraft {
  const scope = { statuses: [], stances: [], sourceIds: [], saidFrom: null, saidTo: null }
  return { name: 'Weekly', title: 'Soldiers in the region', scope, sections: [], wording: {}, ...set }
}
