import type { EngineRequestName, ParsedRequestInput, RequestName } from '../../../contract/requests.ts'
import type { ReadTables } from '../../../domain/rows.ts'
import type { WriteDb } from '../log/database.ts'
import { type Head, headReader } from '../log/log.ts'
import type { Texts } from '../log/texts.ts'
import { EngineProblem } from '../problems.ts'
import { momentOf } from '../reading/moment-of.ts'
import type { RowNotice } from '../tables/sqlite-tables.ts'
import { rejectedOf, suggestionsAlsoHere } from './also-here.ts'
import { articleMarks, articlesList, articleText } from './articles.ts'
import { briefCompose } from './briefs.ts'
import { openClaimArticles } from './claim-articles.ts'
import { openClaimBook } from './claim-book.ts'
import { openClaimOrder } from './claim-order.ts'
import type { PastPage } from './claim-page.ts'
import { claimUnconfirmed } from './claim-unconfirmed.ts'
import {
  claimGet,
  claimsDiffering,
  claimsGroups,
  claimsIds,
  claimsPage,
  claimsWarnings,
  prepareWarnings,
} from './claims.ts'
import { analystsList, briefsList, sourcesList, tagsList, topicsList } from './codebook.ts'
import { compareAgreement } from './compare-agreement.ts'
import { compareChronology, compareMatrix, compareSpread } from './compare-charts.ts'
import { compareHypotheses } from './compare-hypotheses.ts'
import { compareIndependence } from './compare-independence.ts'
import { compareTopics } from './compare-topics.ts'
import { openComparedTopics } from './compared-topics.ts'
import type { Query } from './context.ts'
import { type ListCounts, openListCounts } from './counts.ts'
import { historyItem, historyPage } from './history.ts'
import { historyEvent } from './history-event.ts'
import { openTaggedWords } from './known-words.ts'
import { momentsList } from './moments.ts'
import { occurrencesFind } from './occurrences.ts'
import { restorePreview } from './restoring.ts'
import { search } from './search.ts'
import { status, undoStateNow } from './status.ts'
import { openViews } from './view.ts'

export interface Queries {
  /**
   * Does beforehand, piece by piece, what a question needs that may take long. Whatever comes between two pieces, the
   * answer is about the moment in which it is given.
   */
  prepare(name: RequestName, input: unknown): Iterable<void>
  /** Answers one of the contract's requests that the engine answers. Throws EngineProblem. */
  answer(name: RequestName, input: unknown, analyst: string | null): unknown
  /** Tells which rows a committed transaction changed, so that derived answers stay right. */
  noteRows(notices: readonly RowNotice[]): void
  /** Forgets every derived answer: for tables that became others all at once. */
  forget(): void
  /** Prepares for a moment what later questions will need. False when nothing is left to prepare. */
  warm(): boolean
}

/** What the queries ask beside the database: the live writer's, or those of a moment of the past. */
export interface Reader {
  tables: ReadTables
  texts: Texts
  head(): Head
  /** Reads the head again and forgets rows kept in memory. */
  refresh(): void
}

/** What answers of the past rest on: kept in step with the moment by whoever keeps it. */
export interface PastMemory {
  claims: PastPage
  counts: ListCounts
}

/** The queries of an open workspace, or of its past. A missing one is a compile error. */
export function openQueries(
  db: WriteDb,
  reader: Reader,
  readOnly: boolean,
  past: PastMemory | null = null,
): Queries {
  const book = openClaimBook(db, reader.tables, past?.claims)
  const order = openClaimOrder(book)
  const claimArticles = openClaimArticles(db, book)
  const counts = past?.counts ?? openListCounts(db)
  const compared = openComparedTopics(book)
  const views = openViews(db, readOnly)
  const tagged = openTaggedWords(db)
  const readHead = headReader(db)
  const queries: { [Name in EngineRequestName]: Query<Name> } = {
    status,
    'undo.state': undoStateNow,
    'articles.list': (context) => articlesList(context, counts, claimArticles, views),
    'article.text': articleText,
    'article.marks': (context, input) => articleMarks(context, input, book),
    'occurrences.find': occurrencesFind,
    'suggestions.rejected': rejectedOf,
    'suggestions.alsoHere': (context, input) => suggestionsAlsoHere(context, input, tagged),
    'tags.list': (context) => tagsList(context, counts),
    'sources.list': (context) => sourcesList(context, counts),
    'topics.list': (context) => topicsList(context, counts),
    'analysts.list': analystsList,
    'briefs.list': briefsList,
    'claims.page': (context, input) => claimsPage(context, input, book, order),
    'claims.warnings': (_, input) => claimsWarnings(input, book),
    'claims.groups': (_, input) => claimsGroups(input, order),
    'claims.ids': (_, input) => claimsIds(input, order),
    'claim.get': (context, input) => claimGet(context, input, book),
    'claim.unconfirmed': (_, input) => claimUnconfirmed(input, book),
    'claims.differing': (_, input) => claimsDiffering(input, book),
    search,
    'history.page': historyPage,
    'history.item': historyItem,
    'restore.preview': restorePreview,
    'moments.list': momentsList,
    'moment.resolve': ({ db }, { word }) => {
      const { seq, note } = momentOf(db, word)
      return { seq, note }
    },
    'history.event': historyEvent,
    'compare.hypotheses': compareHypotheses,
    'brief.compose': briefCompose,
    'compare.topics': (context) => compareTopics(context, compared),
    'compare.spread': (_, input) => compareSpread(input, compared),
    'compare.matrix': (_, input) => compareMatrix(input, compared),
    'compare.agreement': (context, input) => compareAgreement(context, input, compared, book),
    'compare.chronology': (context, input) => compareChronology(context, input, compared),
    'compare.independence': (_, input) => compareIndependence(input, book, compared),
    'view.get': ({ analyst }, { key }) => views.get(analyst, key),
    'view.set': ({ analyst }, { key, value }) => views.set(analyst, key, value),
    'view.setPosition': ({ analyst }, { articleId, offset, progress }) =>
      views.set(analyst, `position/${articleId}`, { offset, progress }),
    'view.getPosition': ({ analyst }, { articleId }) => views.position(analyst, articleId),
  }
  const forget = () => {
    book.forget()
    tagged.forget()
    for (const list of Object.values(counts)) list.forget()
  }
  return {
    prepare(name, input) {
      return name === 'claims.warnings'
        ? prepareWarnings(input as ParsedRequestInput<'claims.warnings'>, book)
        : []
    },
    answer(name, input, analyst) {
      if (!Object.hasOwn(queries, name)) {
        throw new EngineProblem(
          'unknown_request',
          `The engine has no request “${name}”. Nothing was changed.`,
        )
      }
      if (readOnly && readHead().seq !== reader.head().seq) {
        reader.refresh()
        forget()
      }
      const { tables, texts, head } = reader
      const query = queries[name as EngineRequestName] as Query<EngineRequestName>
      return query({ db, tables, texts, head, analyst }, input as ParsedRequestInput<EngineRequestName>)
    },
    noteRows(notices) {
      book.noteRows(notices)
      tagged.note(notices)
      for (const list of Object.values(counts)) list.note(notices)
    },
    forget,
    warm: () => order.warm(),
  }
}
