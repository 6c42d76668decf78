import type { Article, Source } from '../../contract/rows.ts'
import { type ClaimFields, emptyClaim } from '../../domain/claim/fields.ts'
import type { SuggestedName, Suggestion } from '../../domain/suggest/suggestion.ts'
import { type NamedSource, namedSource } from '../../domain/suggestion/named-source.ts'
import type { ClaimDraft } from './claim-form-draft.ts'
import { sourceNamed } from './claim-form-prefill.ts'

/** What a name in a suggestion's words is here: a source, one that accepting adds, or nobody who could be one. */
export type Resolved =
  | { is: 'known'; id: string; name: string }
  | ({ is: 'new' } & NamedSource)
  | { is: 'unnamed'; words: string }

/** What a suggestion is completed with. */
export interface Surroundings {
  article: Pick<Article, 'publisher' | 'publishedDate'>
  sources: readonly Source[]
  topicId: string | null
}

/** A source to be added along with a claim. */
export type NewSource = NamedSource & { id: string }

/**
 * The claim that accepting a suggestion makes, with the sources that it adds. Speaker and chain are as the words have
 * them, named people and bodies that are no sources yet become some; people without a name stay open, with their
 * words in the note. The chain ends with the article's publisher and the claim was made by the article's date, as in
 * the claim form, where the words do not say otherwise.
 */
export function acceptedClaim(
  suggestion: Suggestion,
  { article, sources, topicId }: Surroundings,
  newId: () => string,
): { fields: ClaimFields; sources: NewSource[] } {
  const added = new Map<string, NewSource>()
  const idOf = (name: SuggestedName): string | null => {
    const resolved = resolveName(name, sources)
    if (resolved.is === 'known') return resolved.id
    if (resolved.is === 'unnamed') return null
    const key = resolved.name.toLocaleLowerCase('en')
    const source = added.get(key) ?? { id: newId(), name: resolved.name, kind: resolved.kind }
    added.set(key, source)
    return source.id
  }
  const sourceId = suggestion.speaker && idOf(suggestion.speaker)
  const chain = suggestion.via.map(idOf)
  const fields = plainFields(suggestion, article, topicId)
  return {
    fields: {
      ...fields,
      sourceId,
      via: chainOf([...chain, publisherId(article, sources)], sourceId),
      note: unnamedNote(suggestion, sources),
    },
    sources: [...added.values()],
  }
}

/** The same as a form to be filled in further: a speaker who is no source yet is offered to be made one. */
export function suggestedDraft(
  suggestion: Suggestion,
  articleId: string,
  { article, sources, topicId }: Surroundings,
): ClaimDraft {
  const { speaker, eventDate, statementDate, start, end, quote } = suggestion
  const who = speaker && resolveName(speaker, sources)
  const sourceId = who?.is === 'known' ? who.id : null
  const through = suggestion.via.map((name) => resolveName(name, sources))
  const publisher = publisherId(article, sources)
  const known = through.flatMap((one) => (one.is === 'known' ? one.id : []))
  const origins: ClaimDraft['origins'] = {}
  if (speaker && sourceId) origins.sourceId = `suggested from “${speaker.quote}”`
  if (suggestion.quantity) origins.qualifier = `suggested from “${suggestion.quantity.quote}”`
  if (eventDate) origins.eventFrom = `suggested from “${eventDate.quote}”`
  if (statementDate) origins.statementFrom = `suggested from “${statementDate.quote}”`
  else if (article.publishedDate) origins.statementFrom = 'suggested: the article’s date'
  return {
    fields: {
      ...plainFields(suggestion, article, topicId),
      sourceId,
      via: chainOf([...known, publisher], sourceId),
      note: unnamedNote(suggestion, sources),
    },
    origins,
    unknown: {
      speaker: who?.is === 'new' ? who.name : null,
      publisher: publisher === null && article.publisher !== '' ? article.publisher : null,
    },
    words: [{ articleId, start, end, quote }],
    base: null,
    suggestion: noteOf(suggestion),
    isTouched: false,
  }
}

/** What the name stands for in this workspace now: sources may have been added, merged or retired since it was found. */
export function resolveName({ name, quote, sourceId }: SuggestedName, sources: readonly Source[]): Resolved {
  const known = (sourceId === null ? null : liveSource(sourceId, sources)) ?? sourceNamed(name, sources)
  if (known) return { is: 'known', id: known.id, name: known.name }
  const named = namedSource(name)
  const wanted = named?.name.toLocaleLowerCase('en')
  // A retired source keeps its name for itself.
  const isTaken = sources.some(
    (source) =>
      !source.mergedInto &&
      [source.name, ...source.aliases].some((each) => each.toLocaleLowerCase('en') === wanted),
  )
  return named && !isTaken ? { is: 'new', ...named } : { is: 'unnamed', words: name || quote }
}

function plainFields(
  { claim }: Suggestion,
  { publishedDate }: Surroundings['article'],
  topicId: string | null,
): ClaimFields {
  return {
    ...emptyClaim,
    ...claim,
    statement: cut(claim.statement, 10_000),
    unit: oneLine(claim.unit, 120),
    place: oneLine(claim.place, 300),
    topicId,
    statementFrom: claim.statementFrom ?? publishedDate,
    statementTo: claim.statementTo ?? publishedDate,
  }
}

/** What the event of an accepted suggestion notes of it. */
export function noteOf({ key, reason }: Suggestion): { key: string; reason: string } {
  return { key, reason: cut(reason, 2000) }
}

/** Words of a text may run over its lines and be of any length; fields may not. */
function oneLine(words: string, most: number): string {
  return cut(words.replace(/[\s\p{Cc}]+/gu, ' ').trim(), most)
}

function cut(words: string, most: number): string {
  return words.length <= most ? words : words.slice(0, most).toWellFormed()
}

function unnamedNote({ speaker, via }: Suggestion, sources: readonly Source[]): string {
  const words = (name: SuggestedName) => {
    const resolved = resolveName(name, sources)
    return resolved.is === 'unnamed' ? resolved.words : null
  }
  const said = speaker && words(speaker)
  const through = via.flatMap((name) => words(name) ?? [])
  return [
    said && `Speaker in the words: “${said}”.`,
    through.length > 0 && `Through: ${through.map((each) => `“${each}”`).join(', ')}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** Each once, without the speaker. */
function chainOf(ids: readonly (string | null)[], sourceId: string | null): string[] {
  return [...new Set(ids)].filter((id): id is string => id !== null && id !== sourceId)
}

function publisherId({ publisher }: Surroundings['article'], sources: readonly Source[]): string | null {
  return publisher === '' ? null : (sourceNamed(publisher, sources)?.id ?? null)
}

function liveSource(id: string, sources: readonly Source[]): Source | null {
  let found = sources.find((source) => source.id === id)
  while (found?.mergedInto) {
    const { mergedInto } = found
    found = sources.find((source) => source.id === mergedInto)
  }
  return found && !found.retired ? found : null
}
