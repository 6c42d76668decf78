import { describe, expect, it } from 'vitest'
import { events } from '../catalogue.ts'
import { emptyClaim } from '../claim/fields.ts'
import { itemHistory } from './item.ts'
import type { HistoryRow, Names } from './names.ts'
import { tellEvent } from './sentence.ts'

const rows: Record<string, HistoryRow> = {
  'articles/a1': { title: 'Seoul doubles its estimate' },
  'tags/t1': { name: 'force size' },
  'tags/t2': { name: 'speaker' },
  'sources/s1': { name: 'Pentagon' },
  'topics/q1': { question: 'How many soldiers?' },
  'annotations/n1': { quote: 'about 11,000 soldiers' },
  'hypotheses/h1': { statement: 'They are there to fight' },
  'claims/c1': { statement: 'Eleven thousand are there' },
  'claims/c2': { statement: 'Three thousand are there' },
}
const names: Names = {
  row: (table, id) => rows[`${table}/${id}`],
  label: (commandId) => (commandId === 'k1' ? 'tag 14 spans as force size' : undefined),
}

function told(
  type: string,
  stream: string,
  payload: unknown,
  rowBefore?: HistoryRow,
  rowAfter?: HistoryRow,
): string {
  return tellEvent({ type, stream, payload }, rowBefore, rowAfter, names)
    .map(({ kind, text }) => (kind === 'text' ? text : `[${kind} ${text}]`))
    .join('')
}

const claim: HistoryRow = {
  ...emptyClaim,
  statement: 'Eleven thousand are there',
  sourceId: 's1',
  topicId: 'q1',
  qualifier: 'about',
  low: 11000,
  high: 11000,
  unit: 'soldiers',
  statementFrom: '2024-11-01',
  statementTo: '2024-11-01',
  credibility: 6,
  evidence: ['n1'],
}
const span = { articleId: 'a1', start: 0, end: 21, prefix: '', suffix: '', quote: 'about 11,000 soldiers' }

describe('an event told as a sentence', () => {
  it('names the tags of a new span', () => {
    expect(told('annotation.made', 'annotations/n1', { ...span, tagIds: ['t1', 't2'], note: '' })).toBe(
      'Tagged [quote about 11,000 soldiers] as [strong force size], [strong speaker]',
    )
  })

  it('tells what was added to and taken off a span', () => {
    const row = { ...span, tagIds: ['t1'], note: '' }
    expect(
      told('annotation.retagged', 'annotations/n1', { tagIds: ['t2'] }, row, { ...row, tagIds: ['t2'] }),
    ).toBe('Tagged [quote about 11,000 soldiers] as [strong speaker] and took off [strong force size]')
  })

  it('gives a claim its speaker, stance, figure and date', () => {
    expect(told('claim.made', 'claims/c1', claim, undefined, claim)).toBe(
      'Claimed: [strong Pentagon] asserts [quote Eleven thousand are there] · about 11,000 soldiers (said 1 November 2024)',
    )
  })

  it('tells which claim began as a suggestion, and why it was suggested', () => {
    const suggestion = { key: 'k', reason: '“about” stands before a figure.' }
    expect(told('claim.made', 'claims/c1', { ...claim, suggestion }, undefined, claim)).toBe(
      'Claimed, as suggested: [strong Pentagon] asserts [quote Eleven thousand are there] · about 11,000 soldiers (said 1 November 2024). Suggested: “about” stands before a figure.',
    )
  })

  it('names a suggestion that was rejected or is to be looked at again', () => {
    const row = {
      articleId: 'a1',
      key: 'k',
      kind: 'claim',
      start: 0,
      end: 21,
      quote: 'about 11,000 soldiers',
    }
    expect(told('suggestion.rejected', 'rejectedSuggestions/r1', row, undefined, row)).toBe(
      'Rejected the suggestion [quote about 11,000 soldiers] in [quote Seoul doubles its estimate]',
    )
    expect(told('suggestion.reconsidered', 'rejectedSuggestions/r1', {}, row, undefined)).toBe(
      'Reconsidered the rejected suggestion [quote about 11,000 soldiers]',
    )
  })

  it('gives a grade with its words, before and after', () => {
    const now = { ...claim, credibility: 3 }
    expect(told('claim.changed', 'claims/c1', { set: { credibility: 3 } }, claim, now)).toBe(
      'Graded credibility of [quote Eleven thousand are there]: [old 6 truth cannot be judged] → [new 3 possibly true]',
    )
  })

  it('tells the columns of a figure as one quantity', () => {
    const now = { ...claim, qualifier: 'more than', low: 10000, high: null, status: 'disputed' }
    expect(told('claim.changed', 'claims/c1', { set: {} }, claim, now)).toBe(
      'Changed [quote Eleven thousand are there]: quantity [old about 11,000 soldiers] → [new more than 10,000 soldiers], status [old open] → [new disputed]',
    )
  })

  it('names both claims of a relation', () => {
    expect(
      told('relation.set', 'relations/r1', { fromId: 'c1', toId: 'c2', kind: 'contradicts', note: '' }),
    ).toBe(
      'Related [quote Eleven thousand are there] to [quote Three thousand are there]: [strong contradicts]',
    )
  })

  it('names both claims of a finding that was judged', () => {
    const finding = { aId: 'c1', bId: 'c2', kind: 'contradiction', verdict: 'dismissed', note: 'two places' }
    const both =
      '[strong contradiction] between [quote Eleven thousand are there] and [quote Three thousand are there]'
    expect(told('finding.judged', 'findings/f1', finding, undefined, finding)).toBe(
      `Dismissed the ${both}: [new two places]`,
    )
    const confirmed = { ...finding, verdict: 'confirmed', note: '' }
    expect(told('finding.judged', 'findings/f1', confirmed, undefined, confirmed)).toBe(
      `Confirmed the ${both}`,
    )
    expect(told('finding.changed', 'findings/f1', { set: {} }, finding, confirmed)).toBe(
      `Judged the ${both} anew: verdict [old dismissed] → [new confirmed], note [old two places] → [new none]`,
    )
    expect(told('finding.reopened', 'findings/f1', {}, finding, undefined)).toBe(
      `Took back the verdict on the ${both}`,
    )
  })

  it('names both claims of a corrected pair', () => {
    const pair = { oneId: 'c1', otherId: 'c2', verdict: 'independent', note: 'two briefings' }
    const both = '[quote Eleven thousand are there] and [quote Three thousand are there]'
    const tell = (type: string, payload: unknown, before?: HistoryRow, after?: HistoryRow) =>
      told(type, 'originLinks/o1', payload, before, after)
    expect(tell('originLink.set', pair, undefined, pair)).toBe(
      `Held ${both} to be [strong independent]: [quote two briefings]`,
    )
    const joined = { ...pair, verdict: 'same origin' }
    expect(tell('originLink.set', { ...joined, note: '' }, undefined, joined)).toBe(
      `Held ${both} to be of the [strong same origin]`,
    )
    expect(tell('originLink.cleared', {}, pair, undefined)).toBe(
      `Took back the correction of the origin of ${both}`,
    )
  })

  it('names the evidence and the hypothesis of a rating', () => {
    const cell = { hypothesisId: 'h1', claimId: 'c1', rating: 'consistent', note: '' }
    const rated = '[quote Eleven thousand are there] against [quote They are there to fight]'
    expect(told('assessment.set', 'assessments/e1', cell, undefined, cell)).toBe(
      `Rated ${rated}: [strong consistent]`,
    )
    const empty = { ...cell, rating: null }
    expect(told('assessment.set', 'assessments/e1', empty, undefined, empty)).toBe(
      'Took [quote Eleven thousand are there] as evidence on [quote They are there to fight]',
    )
    const again = { ...cell, rating: 'neutral' }
    expect(told('assessment.changed', 'assessments/e1', { set: { rating: 'neutral' } }, cell, again)).toBe(
      `Rated ${rated}: [old consistent] → [new neutral]`,
    )
    expect(told('assessment.changed', 'assessments/e1', { set: {} }, cell, { ...cell, note: 'why' })).toBe(
      `Changed the note on ${rated}: [old none] → [new why]`,
    )
    expect(told('assessment.cleared', 'assessments/e1', {}, cell)).toBe(`Cleared the rating of ${rated}`)
  })

  it('tells what became of a hypothesis', () => {
    const row = { statement: 'To fight', topicId: 'q1', likelihood: null, order: 1, retired: false }
    const change = (set: object) =>
      told('hypothesis.changed', 'hypotheses/h1', { set }, row, { ...row, ...set })
    expect(told('hypothesis.added', 'hypotheses/h1', row, undefined, row)).toBe(
      'Added the hypothesis [strong To fight] on [quote How many soldiers?]',
    )
    expect(change({ likelihood: 'likely' })).toBe(
      'Changed the hypothesis [strong To fight]: likelihood [old none] → [new likely]',
    )
    expect(change({ order: 2 })).toBe('Moved the hypothesis [strong To fight]: place [old 1] → [new 2]')
    expect(change({ retired: true })).toBe('Set aside the hypothesis [strong To fight]')
  })

  it('says what an undo undid and what came of it', () => {
    const change = { of: 'k1', how: 'undo', change: { op: 'delete' } }
    expect(told('row.reverted', 'annotations/n1', change, { ...span, tagIds: [] }, undefined)).toBe(
      'Undid: [strong tag 14 spans as force size] · the annotation [quote about 11,000 soldiers] is gone',
    )
  })

  it('names what is gone by what it was', () => {
    expect(told('furniture.marked', 'furniture/f1', { articleId: 'lost', kind: 'caption' })).toBe(
      'Marked a stretch of [quote an article that is gone] as page furniture: [strong caption]',
    )
  })

  it('stays on one line and cuts no character in two', () => {
    const long = `${'word '.repeat(17)}abc😀 and more`
    const [, part] = tellEvent(
      { type: 'article.imported', stream: 'articles/a1', payload: { title: `one\n${long}`, revision: 1 } },
      undefined,
      undefined,
      names,
    )
    expect(part?.text.isWellFormed()).toBe(true)
    expect(part?.text).not.toContain('\n')
  })

  it('is there for every kind of event of the catalogue', () => {
    for (const type of events.keys()) {
      const payload = {
        ...span,
        ...claim,
        tagIds: [],
        kind: 'x',
        set: {},
        name: 'x',
        title: 'x',
        question: 'x',
        of: 'k1',
        how: 'undo',
        verdict: 'independent',
      }
      const sentence = told(type, 'claims/c1', payload, claim, claim)
      expect(sentence).not.toContain('cannot tell')
    }
  })
})

describe('the history of an item', () => {
  const step = (seq: number, before: HistoryRow | undefined, after: HistoryRow | undefined) => ({
    seq,
    at: `2024-11-0${seq}T10:00:00.000Z`,
    by: seq === 2 ? 'bo' : 'an',
    before,
    after,
  })

  it('says of each field who set it last', () => {
    const graded = { ...claim, credibility: 3 }
    const item = itemHistory('claims', [step(1, undefined, claim), step(2, claim, graded)], names)
    expect(item?.fields.find(({ key }) => key === 'credibility')).toMatchObject({
      value: '3 possibly true',
      by: 'bo',
      seq: 2,
    })
    expect(item?.fields.find(({ key }) => key === 'stance')).toMatchObject({ by: 'an', seq: 1 })
  })

  it('keeps the last state of a row that is gone', () => {
    const item = itemHistory('claims', [step(1, undefined, claim), step(2, claim, undefined)], names)
    expect(item).toMatchObject({ present: false, name: 'Eleven thousand are there' })
  })
})
