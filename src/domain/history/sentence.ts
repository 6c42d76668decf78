import type { EventPayloads } from '../catalogue.ts'
import { type FieldKey, fieldOf, nounOf } from '../claim/fields.ts'
import { quantityWords } from '../claim/quantity.ts'
import type { LoggedEvent } from '../event.ts'
import { periodWords } from '../plain-values/period-words.ts'
import { parseStream, recordTables, type TableName } from '../rows.ts'
import { changedFields, type FieldChange } from './fields.ts'
import { aNoun, type HistoryRow, type Names, nameOf, rowName } from './names.ts'
import { after, before, quote, type SentencePart, strong, text } from './sentence-part.ts'

/**
 * Tells an event as a sentence without its time and author: “Tagged “about 11,000 soldiers” as force size”.
 *
 * @param event as read from the log, upcast
 * @param rowBefore the row that the event's stream names as it was before; undefined when there was none
 * @param rowAfter the same row after it; undefined when it is gone
 * @param names how other rows and earlier commands are called
 */
export function tellEvent(
  event: Pick<LoggedEvent, 'type' | 'stream' | 'payload'>,
  rowBefore: HistoryRow | undefined,
  rowAfter: HistoryRow | undefined,
  names: Names,
): SentencePart[] {
  const tell = tellers[event.type as keyof EventPayloads] as Tell<unknown> | undefined
  const { table, id } = parseStream(event.stream)
  if (!tell) return [text(`Something this version of the program cannot tell (${event.type})`)]
  return tell({ payload: event.payload, table, id, before: rowBefore, after: rowAfter, names })
}

interface Telling<Payload> {
  payload: Payload
  table: TableName
  id: string
  before: HistoryRow | undefined
  after: HistoryRow | undefined
  names: Names
}
type Tell<Payload> = (telling: Telling<Payload>) => SentencePart[]

/** One sentence for each kind of event: a kind without one does not compile. */
const tellers: { [Type in keyof EventPayloads]: Tell<EventPayloads[Type]> } = {
  'analyst.joined': ({ payload }) => [text('Joined as '), strong(payload.name)],
  'analyst.changed': (telling) => [text('Changed the profile of '), own(telling), ...changes(telling)],

  'article.imported': ({ payload }) => [
    text('Imported '),
    quote(payload.title),
    ...(payload.part ? [text(`, part ${payload.part} of ${payload.parts} of ${payload.origin}`)] : []),
    ...(payload.revision > 1 ? [text(`, revision ${payload.revision}`)] : []),
  ],
  'article.corrected': (telling) => [text('Corrected '), ownQuote(telling), ...changes(telling)],
  'article.statusSet': (telling) => [
    text('Marked '),
    ownQuote(telling),
    text(' as '),
    strong(telling.payload.status),
  ],
  'article.removed': (telling) => [text('Removed the article '), ownQuote(telling)],
  'furniture.marked': ({ payload, names }) => [
    text('Marked a stretch of '),
    quote(nameOf(names, 'articles', payload.articleId)),
    text(' as page furniture: '),
    strong(payload.kind),
  ],
  'furniture.unmarked': ({ before, names }) => [
    text('Unmarked a stretch of '),
    quote(nameOf(names, 'articles', String(before?.articleId))),
    text(' that was page furniture: it is text again'),
  ],

  'tag.created': ({ payload }) => [text('Created the tag '), strong(payload.name)],
  'tag.changed': (telling) => [text('Changed the tag '), own(telling), ...changes(telling)],
  'tag.merged': (telling) => merged('tag', telling),
  'tag.retired': (telling) => [text('Retired the tag '), own(telling)],
  'tag.reinstated': (telling) => [text('Reinstated the tag '), own(telling)],

  'source.added': ({ payload }) => [
    text('Added the source '),
    strong(payload.name),
    ...(payload.reliability ? [text(`, reliability ${payload.reliability}`)] : []),
  ],
  'source.changed': (telling) => [text('Changed the source '), own(telling), ...changes(telling)],
  'source.merged': (telling) => merged('source', telling),

  'topic.opened': ({ payload }) => [text('Opened the topic '), strong(payload.question)],
  'topic.changed': (telling) => [text('Changed the topic '), own(telling), ...changes(telling)],
  'topic.merged': (telling) => merged('topic', telling),

  'annotation.made': ({ payload, names }) => [
    text(payload.tagIds.length > 0 ? 'Tagged ' : payload.note ? 'Noted on ' : 'Marked '),
    quote(payload.quote),
    ...(payload.tagIds.length > 0 ? [text(' as '), ...tagList(payload.tagIds, names)] : []),
    ...(payload.note ? [text(': '), after(payload.note)] : []),
  ],
  'annotation.moved': (telling) => [
    text('Moved a span: '),
    before(String(telling.before?.quote ?? '')),
    text(' → '),
    after(telling.payload.quote),
  ],
  'annotation.retagged': (telling) => retagged(telling),
  'annotation.noted': (telling) => noted(telling),
  'annotation.removed': (telling) => [text('Removed the span '), ownQuote(telling)],

  'claim.made': ({ payload, names }) => [
    text(payload.suggestion ? 'Claimed, as suggested: ' : 'Claimed: '),
    strong(payload.sourceId ? nameOf(names, 'sources', payload.sourceId) : 'an unknown speaker'),
    text(` ${payload.stance} `),
    quote(payload.statement),
    ...(payload.qualifier ? [text(` · ${quantityWords(payload, payload.unit)}`)] : []),
    ...(payload.statementFrom
      ? [text(` (said ${periodWords(payload.statementFrom, payload.statementTo)})`)]
      : []),
    ...(payload.suggestion?.reason ? [text(`. Suggested: ${payload.suggestion.reason}`)] : []),
  ],
  'claim.changed': (telling) => {
    const fields = fieldChanges(telling)
    const graded = fields.length === 1 && grades.has(fields[0]!.key)
    const verb = graded ? 'Graded ' : 'Changed '
    return fields.length === 1
      ? [
          text(`${verb}${nounOf(fieldOf(fields[0]!.key as FieldKey))} of `),
          ownQuote(telling),
          text(': '),
          ...values(fields[0]!),
        ]
      : [text('Changed '), ownQuote(telling), ...list(fields)]
  },
  'claim.evidenceSet': (telling) => evidence(telling),
  'claim.removed': (telling) => [text('Removed the claim '), ownQuote(telling)],

  'relation.set': ({ payload, names }) => [
    text('Related '),
    quote(nameOf(names, 'claims', payload.fromId)),
    text(' to '),
    quote(nameOf(names, 'claims', payload.toId)),
    text(': '),
    strong(payload.kind),
  ],
  'relation.changed': (telling) => [text('Changed how '), ...related(telling), ...changes(telling)],
  'relation.removed': (telling) => [text('Removed that '), ...related(telling)],

  'brief.saved': ({ payload }) => [text('Saved the brief '), strong(payload.name)],
  'brief.changed': (telling) => [text('Changed the brief '), own(telling), ...changes(telling)],
  'brief.removed': (telling) => [text('Removed the brief '), own(telling)],

  'moment.named': ({ payload }) => [
    text(`Named event ${payload.seq} `),
    strong(payload.name),
    ...(payload.note ? [text(': '), quote(payload.note)] : []),
  ],
  'moment.changed': (telling) => [text('Changed the moment '), own(telling), ...changes(telling)],
  'moment.removed': (telling) => [text('Removed the name of the moment '), own(telling)],

  'suggestion.rejected': ({ payload, names }) => [
    text('Rejected the suggestion '),
    quote(payload.quote),
    text(' in '),
    quote(nameOf(names, 'articles', payload.articleId)),
  ],
  'suggestion.reconsidered': (telling) => [text('Reconsidered the rejected suggestion '), ownQuote(telling)],
  'finding.judged': (telling) => [
    text(telling.payload.verdict === 'confirmed' ? 'Confirmed the ' : 'Dismissed the '),
    strong(telling.payload.kind),
    ...betweenClaims(telling),
    ...(telling.payload.note ? [text(': '), after(telling.payload.note)] : []),
  ],
  'finding.changed': (telling) => [
    text('Judged the '),
    strong(String(telling.after?.kind ?? 'finding')),
    ...betweenClaims(telling),
    text(' anew'),
    ...changes(telling),
  ],
  'finding.reopened': (telling) => [
    text('Took back the verdict on the '),
    strong(String(telling.before?.kind ?? 'finding')),
    ...betweenClaims(telling),
  ],

  'originLink.set': (telling) => [
    text('Held '),
    ...corrected(telling),
    text(telling.payload.verdict === 'independent' ? ' to be ' : ' to be of the '),
    strong(telling.payload.verdict),
    ...(telling.payload.note ? [text(': '), quote(telling.payload.note)] : []),
  ],
  'originLink.changed': (telling) => [
    text('Corrected the origin of '),
    ...corrected(telling),
    text(' anew'),
    ...changes(telling),
  ],
  'originLink.cleared': (telling) => [
    text('Took back the correction of the origin of '),
    ...corrected(telling),
  ],
  'hypothesis.added': ({ payload, names }) => [
    text('Added the hypothesis '),
    strong(payload.statement),
    text(' on '),
    quote(nameOf(names, 'topics', payload.topicId)),
  ],
  'hypothesis.changed': (telling) => changedHypothesis(telling),
  'hypothesis.removed': (telling) => [text('Removed the hypothesis '), own(telling)],

  'assessment.set': (telling) => {
    const { rating, note } = telling.payload
    if (rating === null && note === '') {
      return [text('Took '), ...rated(telling, ' as evidence on ')]
    }
    return [
      text(rating === null ? 'Noted on ' : 'Rated '),
      ...rated(telling),
      ...(rating === null ? [] : [text(': '), strong(rating)]),
      ...(note === '' ? [] : [text(': '), after(note)]),
    ]
  },
  'assessment.changed': (telling) => {
    const fields = fieldChanges(telling)
    const [field] = fields
    if (fields.length !== 1 || !field)
      return [text('Changed the rating of '), ...rated(telling), ...list(fields)]
    const what = field.key === 'rating' ? 'Rated ' : 'Changed the note on '
    return [text(what), ...rated(telling), text(': '), ...values(field)]
  },
  'assessment.cleared': (telling) => [text('Cleared the rating of '), ...rated(telling)],

  'row.reverted': (telling) => reverted(telling),
  'row.restored': (telling) => restored(telling),
}

const grades = new Set(['credibility', 'confidence', 'likelihood'])

function own<Payload>({ table, before, after }: Telling<Payload>): SentencePart {
  const row = after ?? before
  return strong(row ? rowName(table, row) : aNoun(table))
}

function ownQuote<Payload>(telling: Telling<Payload>): SentencePart {
  return quote(own(telling).text)
}

function merged(noun: string, { table, before, payload, names }: Telling<{ into: string }>): SentencePart[] {
  return [
    text(`Merged the ${noun} `),
    strong(before ? rowName(table, before) : `a ${noun}`),
    text(' into '),
    strong(nameOf(names, table, payload.into)),
  ]
}

function tagList(ids: readonly string[], names: Names): SentencePart[] {
  return ids.flatMap((id, index) => [...(index > 0 ? [text(', ')] : []), strong(nameOf(names, 'tags', id))])
}

function retagged(telling: Telling<{ tagIds: string[] }>): SentencePart[] {
  const [added, taken] = difference(telling.before?.tagIds, telling.payload.tagIds)
  const parts: SentencePart[] = []
  if (added.length > 0) {
    parts.push(text('Tagged '), ownQuote(telling), text(' as '), ...tagList(added, telling.names))
  }
  if (taken.length > 0) {
    const tags = tagList(taken, telling.names)
    parts.push(...(added.length > 0 ? [text(' and took off ')] : [text('Took ')]), ...tags)
    if (added.length === 0) parts.push(text(' off '), ownQuote(telling))
  }
  return parts.length > 0 ? parts : [text('Put the tags of '), ownQuote(telling), text(' in another order')]
}

function noted(telling: Telling<{ note: string }>): SentencePart[] {
  const old = String(telling.before?.note ?? '')
  const { note } = telling.payload
  if (note === '') return [text('Removed the note on '), ownQuote(telling), text(': '), before(old)]
  if (old === '') return [text('Noted on '), ownQuote(telling), text(': '), after(note)]
  return [text('Changed the note on '), ownQuote(telling), text(': '), before(old), text(' → '), after(note)]
}

function evidence(telling: Telling<{ evidence: string[] }>): SentencePart[] {
  const [added, taken] = difference(telling.before?.evidence, telling.payload.evidence)
  const quotes = (ids: string[]) =>
    ids.flatMap((id, index) => [
      ...(index > 0 ? [text(', ')] : []),
      quote(nameOf(telling.names, 'annotations', id)),
    ])
  const parts: SentencePart[] = []
  if (added.length > 0) parts.push(text('Rested '), ownQuote(telling), text(' on '), ...quotes(added))
  if (taken.length > 0) {
    if (added.length > 0) parts.push(text(' and no longer on '), ...quotes(taken))
    else parts.push(text('Took the evidence '), ...quotes(taken), text(' off '), ownQuote(telling))
  }
  return parts.length > 0
    ? parts
    : [text('Put the evidence of '), ownQuote(telling), text(' in another order')]
}

/** “ between “one” and “other””. */
function betweenClaims<Payload>({ before, after, names }: Telling<Payload>): SentencePart[] {
  const row = after ?? before
  return [
    text(' between '),
    quote(nameOf(names, 'claims', String(row?.aId))),
    text(' and '),
    quote(nameOf(names, 'claims', String(row?.bId))),
  ]
}

function related<Payload>({ before, after, names }: Telling<Payload>): SentencePart[] {
  const row = before ?? after
  const claim = (id: unknown) => quote(nameOf(names, 'claims', String(id)))
  return [claim(row?.fromId), text(` ${row?.kind ?? 'relates to'} `), claim(row?.toId)]
}

function corrected<Payload>({ before, after, names }: Telling<Payload>): SentencePart[] {
  const row = before ?? after
  const claim = (id: unknown) => quote(nameOf(names, 'claims', String(id)))
  return [claim(row?.oneId), text(' and '), claim(row?.otherId)]
}

function changedHypothesis(telling: Telling<EventPayloads['hypothesis.changed']>): SentencePart[] {
  const { set } = telling.payload
  if (set.retired === true) return [text('Set aside the hypothesis '), own(telling)]
  if (set.retired === false) return [text('Took up the hypothesis '), own(telling), text(' again')]
  const moved = set.topicId === undefined && set.order !== undefined
  return [
    text(moved ? 'Moved the hypothesis ' : 'Changed the hypothesis '),
    own(telling),
    ...changes(telling),
  ]
}

/** “claim” against “hypothesis”. */
function rated<Payload>({ before, after, names }: Telling<Payload>, between = ' against '): SentencePart[] {
  const row = after ?? before
  return [
    quote(nameOf(names, 'claims', String(row?.claimId))),
    text(between),
    quote(nameOf(names, 'hypotheses', String(row?.hypothesisId))),
  ]
}

function reverted({
  payload: { of, how },
  ...telling
}: Telling<EventPayloads['row.reverted']>): SentencePart[] {
  const { table, before: old, after: now, names } = telling
  const noun = recordTables[table].noun
  const head = [text(how === 'undo' ? 'Undid: ' : 'Redid: '), strong(names.label(of) ?? 'an earlier change')]
  if (old && now) {
    const fields = changedFields(table, old, now, names)
    return [...head, text(' · '), quote(rowName(table, now)), ...list(fields)]
  }
  if (now) return [...head, text(` · the ${noun} `), quote(rowName(table, now)), text(' is back')]
  return [...head, text(` · the ${noun} `), quote(old ? rowName(table, old) : ''), text(' is gone')]
}

function restored({ payload: { asOf }, ...telling }: Telling<EventPayloads['row.restored']>): SentencePart[] {
  const { table, before: old, after: now, names } = telling
  const item = quote(now ? rowName(table, now) : '')
  const then = text(` as of event ${asOf}`)
  if (old && now) return [text('Restored '), item, then, ...list(changedFields(table, old, now, names))]
  return [text(`Restored the ${recordTables[table].noun} `), item, then, text(', which had been removed')]
}

function fieldChanges<Payload>({ table, before, after, names }: Telling<Payload>): FieldChange[] {
  return before && after ? changedFields(table, before, after, names) : []
}

function changes<Payload>(telling: Telling<Payload>): SentencePart[] {
  return list(fieldChanges(telling))
}

/** “: name old → new, colour old → new”. */
function list(fields: FieldChange[]): SentencePart[] {
  return fields.flatMap((field, index) => [
    text(`${index === 0 ? ': ' : ', '}${field.label} `),
    ...values(field),
  ])
}

function values(field: FieldChange): SentencePart[] {
  return [before(field.before || 'none'), text(' → '), after(field.after || 'none')]
}

/** Ids that are new and ids that are gone. */
function difference(old: unknown, now: readonly string[]): [added: string[], taken: string[]] {
  const previous = Array.isArray(old) ? old.map(String) : []
  return [now.filter((id) => !previous.includes(id)), previous.filter((id) => !now.includes(id))]
}
