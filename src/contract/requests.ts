import { z } from 'zod'
import type { BriefDocument } from '../domain/brief/document.ts'
import { briefFields } from '../domain/brief/row.ts'
import { claimFields } from '../domain/claim/row.ts'
import { commandEnvelopeSchema } from '../domain/command.ts'
import type { AchMatrix } from '../domain/compare/ach-matrix.ts'
import type { ItemHistory } from '../domain/history/item.ts'
import type { RestorePreview } from '../domain/history/restoring.ts'
import { dateSchema, idSchema, offsetSchema } from '../domain/scalars.ts'
import type { AlsoHere } from '../domain/suggestion/also-here.ts'
import { replayFilterSchema } from '../domain/timeline/filter.ts'
import type { Runs } from '../domain/timeline/runs.ts'
import type { Timeline } from '../domain/timeline/timeline.ts'
import { type BranchState, branchRoleSchema, type Taken, takeBackSchema } from './branch.ts'
import { type ChangesBetween, changesBetweenSchema } from './changes.ts'
import { claimQuerySchema } from './claim-query.ts'
import {
  type Agreement,
  agreementSchema,
  type Chronology,
  type ComparedTopic,
  chronologySchema,
  type Matrix,
  matrixSchema,
  type Spread,
  topicSchema,
} from './compare.ts'
import { exportTableNames } from './export-tables.ts'
import { importFilesSchema, type PreparedFile } from './import.ts'
import { type Independence, independenceSchema } from './independence.ts'
import {
  type ExportResult,
  type KnownWorkspace,
  type Profile,
  type ProgramInfo,
  profileSchema,
  type Settings,
  settingsSchema,
  type VerifyReport,
} from './program.ts'
import type { ReplayEstimate } from './replay.ts'
import { type InputOf, type OutputOf, type ParsedInputOf, request } from './request.ts'
import type {
  Analyst,
  ArticleListItem,
  ArticleMarks,
  Brief,
  ClaimDetail,
  ClaimListItem,
  HistoryEntry,
  HistoryEvent,
  MomentListItem,
  Occurrence,
  RejectedSuggestion,
  SearchHit,
  SourceListItem,
  TagListItem,
  TopicListItem,
  UndoState,
  Warning,
} from './rows.ts'
import type { SuggestionPage } from './suggestions.ts'

const nothing = z.strictObject({})
const job = z.strictObject({ job: idSchema })
const byId = z.strictObject({ id: idSchema })
/** The event as of which an export is made; null: as it is now. */
const asOf = z.int().min(0).nullable()

/** What every comparison of claims depends on. */
const comparedTables = [
  'claims',
  'sources',
  'topics',
  'annotations',
  'articles',
  'relations',
  'originLinks',
] as const

/** The fields of a claim that tell whether another origin confirms it. */
const unconfirmedFields = {
  sourceId: true,
  via: true,
  topicId: true,
  stance: true,
  low: true,
  high: true,
  statementFrom: true,
  credibility: true,
  status: true,
} as const

/** What goes into a replay that is handed on. */
const replay = z.strictObject({
  job: idSchema,
  /** Null: everything. */
  scope: z.strictObject({ topicId: idSchema.nullable() }),
  asOf,
  /** The articles' whole texts, or only the paragraphs around their spans. */
  texts: z.enum(['whole', 'around']),
})

/** What an accepted command did. */
export interface Done {
  /** The head after it. */
  seq: number
  hash: string
  label: string
  /** Events it made. */
  events: number
  tables: string[]
  items: string[]
}

/**
 * Every request that a screen can make. Each name has its input's schema, who answers, and its answer's type.
 * A request that fails answers a Problem; see wire.ts.
 */
export const requests = {
  // The program around the workspace
  'app.info': request<ProgramInfo>()({ input: nothing, by: 'program' }),
  'app.saveSettings': request<Settings>()({ input: settingsSchema.partial(), by: 'program' }),
  'app.openExternal': request<null>()({ input: z.strictObject({ url: z.url().max(4000) }), by: 'program' }),
  'profile.set': request<Profile>()({ input: profileSchema, by: 'program' }),
  'workspace.list': request<KnownWorkspace[]>()({ input: nothing, by: 'program' }),
  /** With a key from the list, or without one through the system's dialog. Null: the person cancelled. */
  'workspace.open': request<ProgramInfo | null>()({
    input: z.strictObject({ key: z.string().max(200).optional() }),
    by: 'program',
  }),
  'workspace.create': request<ProgramInfo | null>()({
    input: z.strictObject({ name: z.string().trim().min(1).max(100) }),
    by: 'program',
  }),
  'workspace.openSample': request<ProgramInfo>()({ input: nothing, by: 'program' }),
  /** Copies the backup beside the damaged workspace under a new name and opens the copy. */
  'workspace.openBackup': request<ProgramInfo>()({
    input: z.strictObject({ backup: z.string().max(300) }),
    by: 'program',
  }),
  'workspace.backup': request<ExportResult>()({ input: job, by: 'program' }),
  'workspace.verify': request<VerifyReport>()({ input: job, by: 'program' }),
  'workspace.rebuild': request<{ events: number }>()({ input: job, by: 'program' }),
  /** Copies the workspace as of an event into a new one that knows its parent, and opens that. Null: the person cancelled. */
  'branch.make': request<ProgramInfo | null>()({
    input: z.strictObject({
      job: idSchema,
      name: z.string().trim().min(1).max(100),
      seq: z.int().min(0),
    }),
    by: 'program',
  }),
  /** The open workspace beside the one that was chosen, or, for a branch, beside its parent where that is found. */
  'branch.compare': request<BranchState>()({
    input: z.strictObject({ role: branchRoleSchema }),
    by: 'program',
  }),
  /** Names the other file: with a key from the list of workspaces, or without one through the system's dialog. */
  'branch.choose': request<BranchState | null>()({
    input: z.strictObject({ role: branchRoleSchema, key: z.string().max(200).optional() }),
    by: 'program',
  }),
  /** Opens the other file; what is open now becomes the other one. */
  'branch.goToOther': request<ProgramInfo>()({
    input: z.strictObject({ role: branchRoleSchema }),
    by: 'program',
  }),
  /** What taking these commands of the chosen branch back would do now. Nothing is changed. */
  'branch.rehearse': request<Taken[]>()({ input: takeBackSchema, by: 'program' }),
  /** Takes them back: as commands of the open workspace, all in one transaction. */
  'branch.takeBack': request<Taken[]>()({ input: takeBackSchema, by: 'program' }),
  'import.prepare': request<PreparedFile[]>()({ input: importFilesSchema, by: 'program' }),
  'export.brief': request<ExportResult | null>()({
    input: z.strictObject({ job: idSchema, id: idSchema, format: z.enum(['md', 'html', 'pdf']), asOf }),
    by: 'program',
  }),
  'export.table': request<ExportResult | null>()({
    input: z.strictObject({
      job: idSchema,
      table: z.enum(exportTableNames),
      format: z.enum(['csv']),
      bom: z.boolean().default(false),
      asOf,
    }),
    by: 'program',
  }),
  /** How large a replay will be, told before it is written. */
  'replay.estimate': request<ReplayEstimate>()({ input: replay, by: 'program' }),
  /** One HTML file that plays the history of a topic, or of everything, in any browser. */
  'export.replay': request<ExportResult | null>()({ input: replay, by: 'program' }),
  /** What changed between two moments, for a report or a spreadsheet. */
  'export.changes': request<ExportResult | null>()({
    input: z.strictObject({
      job: idSchema,
      from: z.int().min(0),
      to: z.int().min(0),
      format: z.enum(['md', 'csv']),
    }),
    by: 'program',
  }),
  /** A saved brief as the Markdown that its export would write, to be copied. */
  'brief.markdown': request<{ markdown: string }>()({
    input: z.strictObject({ id: idSchema, asOf }),
    by: 'program',
  }),
  /**
   * What the assistant proposes for an article, page after page: from 0, then from each page's `next`. Nothing is
   * written.
   */
  'suggestions.find': request<SuggestionPage>()({
    input: z.strictObject({ job: idSchema, articleId: idSchema, from: offsetSchema.default(0) }),
    by: 'program',
    reads: ['articles', 'furniture', 'sources'],
    inPast: false,
  }),
  'job.cancel': request<null>()({ input: job, by: 'program' }),

  // Changing
  execute: request<Done>()({ input: commandEnvelopeSchema.omit({ at: true, by: true }), by: 'program' }),

  // Looking
  /** Another request, answered as of an event: only those that may be asked in the past. */
  asOf: request<unknown>()({
    input: z.strictObject({ seq: z.int().min(0), name: z.string().max(64), input: z.unknown() }),
    by: 'program',
  }),
  status: request<{ seq: number; hash: string; articles: number; annotations: number; claims: number }>()({
    input: nothing,
    by: 'engine',
    reads: ['*'],
  }),
  'undo.state': request<UndoState>()({ input: nothing, by: 'engine', reads: ['*'], inPast: false }),
  'articles.list': request<ArticleListItem[]>()({
    input: nothing,
    by: 'engine',
    reads: ['articles', 'annotations', 'claims', 'view'],
  }),
  /** The canonical text; it never changes, so it is cached for good. */
  'article.text': request<{ text: string }>()({
    input: z.strictObject({ textHash: z.string().regex(/^[0-9a-f]{64}$/) }),
    by: 'engine',
  }),
  'article.marks': request<ArticleMarks>()({
    input: byId,
    by: 'engine',
    reads: [
      'articles',
      'annotations',
      'furniture',
      'claims',
      'sources',
      'topics',
      'relations',
      'originLinks',
    ],
  }),
  'occurrences.find': request<{ occurrences: Occurrence[]; more: boolean }>()({
    input: z.strictObject({
      quote: z.string().min(1).max(1000),
      /** Null: in every article. */
      articleId: idSchema.nullable(),
      wholeWords: z.boolean().default(true),
      matchCase: z.boolean().default(false),
      limit: z.int().min(1).max(10_000).default(2000),
    }),
    by: 'engine',
    reads: ['articles', 'annotations'],
  }),
  /** Suggestions of an article that were rejected, in the order of its text. */
  'suggestions.rejected': request<RejectedSuggestion[]>()({
    input: z.strictObject({ articleId: idSchema }),
    by: 'engine',
    reads: ['rejectedSuggestions'],
  }),
  /** Words that are tagged elsewhere, or name a source, and stand in this article unmarked. */
  'suggestions.alsoHere': request<AlsoHere[]>()({
    input: z.strictObject({ articleId: idSchema }),
    by: 'engine',
    reads: ['articles', 'annotations', 'furniture', 'tags', 'sources', 'rejectedSuggestions'],
  }),
  'tags.list': request<TagListItem[]>()({ input: nothing, by: 'engine', reads: ['tags', 'annotations'] }),
  'sources.list': request<SourceListItem[]>()({ input: nothing, by: 'engine', reads: ['sources', 'claims'] }),
  'topics.list': request<TopicListItem[]>()({ input: nothing, by: 'engine', reads: ['topics', 'claims'] }),
  'analysts.list': request<Analyst[]>()({ input: nothing, by: 'engine', reads: ['analysts'] }),
  'briefs.list': request<Brief[]>()({ input: nothing, by: 'engine', reads: ['briefs'] }),
  'claims.page': request<{ total: number; head: number; rows: ClaimListItem[] }>()({
    input: z.strictObject({
      query: claimQuerySchema,
      offset: z.int().min(0),
      limit: z.int().min(1).max(1000),
    }),
    by: 'engine',
    reads: ['claims', 'sources', 'topics', 'annotations', 'articles', 'relations', 'originLinks', 'tags'],
  }),
  /** Groups in the order of the query's rows. Without grouping: none. */
  'claims.groups': request<{ key: string | null; label: string; count: number }[]>()({
    input: z.strictObject({ query: claimQuerySchema }),
    by: 'engine',
    reads: ['claims', 'sources', 'topics', 'annotations', 'articles', 'relations', 'originLinks', 'tags'],
  }),
  'claims.ids': request<string[]>()({
    input: z.strictObject({ query: claimQuerySchema }),
    by: 'engine',
    reads: ['claims', 'sources', 'topics', 'annotations', 'articles', 'relations', 'originLinks', 'tags'],
  }),
  'claim.get': request<ClaimDetail>()({ input: byId, by: 'engine', reads: ['*'] }),
  /** Claims of the same topic and overlapping event time whose figure is another: shown beside the form. */
  'claims.differing': request<ClaimListItem[]>()({
    input: z.strictObject({
      topicId: idSchema,
      low: z.number().nullable(),
      high: z.number().nullable(),
      eventFrom: dateSchema.nullable(),
      eventTo: dateSchema.nullable(),
      except: idSchema.nullable().default(null),
    }),
    by: 'engine',
    reads: ['claims'],
  }),
  /** What is to be warned of, were a claim kept like this: credibility 1 or corroborated that rests on one origin. */
  'claim.unconfirmed': request<Warning[]>()({
    input: z.strictObject({
      /** Null: a new claim. */
      id: idSchema.nullable(),
      ...z.strictObject(claimFields).pick(unconfirmedFields).shape,
    }),
    by: 'engine',
    reads: comparedTables,
  }),
  search: request<SearchHit[]>()({
    input: z.strictObject({
      text: z.string().max(1000),
      kinds: z.array(z.enum(['article', 'claim', 'annotation'])).default([]),
      limit: z.int().min(1).max(200).default(50),
    }),
    by: 'engine',
    reads: ['articles', 'annotations', 'claims'],
  }),
  /** Newest first. */
  'history.page': request<{ entries: HistoryEntry[]; total: number }>()({
    input: z.strictObject({
      /** Only events before this number; absent: from the head. */
      before: z.int().min(1).optional(),
      /** Only events after this number, those nearest to it. */
      after: z.int().min(0).optional(),
      limit: z.int().min(1).max(500).default(100),
      by: idSchema.optional(),
      /** Only events of this row: `claims/ID`. */
      stream: z.string().max(100).optional(),
      /** Only events of these record tables. */
      tables: z.array(z.string().max(40)).max(20).default([]),
    }),
    by: 'engine',
    reads: ['*'],
    inPast: false,
  }),
  /** One row as its events left it, each field with who set it last; null for a row that never was. */
  'history.item': request<ItemHistory | null>()({
    input: z.strictObject({
      stream: z.string().max(100),
      /** As the events up to this one left it; absent: all of them. */
      upTo: z.int().min(0).optional(),
    }),
    by: 'engine',
    reads: ['*'],
    inPast: false,
  }),
  /** What rows were after event `asOf` beside what they are now, with every edit that stands between. */
  'restore.preview': request<RestorePreview>()({
    input: z.strictObject({
      asOf: z.int().min(0),
      streams: z.array(z.string().max(100)).min(1).max(500),
    }),
    by: 'engine',
    reads: ['*'],
    inPast: false,
  }),
  /** An event with what it touched; null for a number that the log does not have. */
  'history.event': request<HistoryEvent | null>()({
    input: z.strictObject({ seq: z.int().min(0) }),
    by: 'engine',
    reads: ['*'],
    inPast: false,
  }),
  /** Named places of the log, earliest first, all of them from everywhere in the past. */
  'moments.list': request<MomentListItem[]>()({
    input: nothing,
    by: 'engine',
    reads: ['moments', 'analysts'],
    inPast: false,
  }),
  /** The event that a word means: its number, a moment's name, or a time, which means the last event by then. */
  'moment.resolve': request<{ seq: number }>()({
    input: z.strictObject({ word: z.string().trim().min(1).max(300) }),
    by: 'engine',
    reads: ['*'],
    inPast: false,
  }),
  /** The whole log to scrub over: sessions, days and about so many buckets. */
  timeline: request<Timeline>()({
    input: z.strictObject({ buckets: z.int().min(1).max(2000) }),
    by: 'program',
    reads: ['*'],
  }),
  /** Which events a replay visits. */
  'timeline.matches': request<Runs>()({
    input: z.strictObject({ filter: replayFilterSchema }),
    by: 'program',
    reads: ['*'],
  }),
  /** What differs between two moments: counts of everything, and a page of it in words. */
  'changes.between': request<ChangesBetween>()({
    input: changesBetweenSchema,
    by: 'program',
  }),
  /** The hypotheses on a topic beside the evidence on them, rated and summed up. */
  'compare.hypotheses': request<AchMatrix>()({
    input: z.strictObject({ topicId: idSchema }),
    by: 'engine',
    reads: ['hypotheses', 'assessments', 'claims', 'sources', 'topics'],
  }),
  'brief.compose': request<BriefDocument>()({
    input: z.strictObject({
      name: briefFields.name,
      title: briefFields.title,
      scope: briefFields.scope,
      sections: briefFields.sections,
      wording: briefFields.wording,
      /** At most this many claims in each section, for the screen; null: all of them. */
      most: z.int().min(1).nullable().default(null),
    }),
    by: 'engine',
    reads: ['*'],
  }),
  /** Topics with what a comparison of their claims is about, most claims first. */
  'compare.topics': request<ComparedTopic[]>()({ input: nothing, by: 'engine', reads: comparedTables }),
  /** What the claims of a topic say how much, kept apart by what they count. */
  'compare.spread': request<Spread>()({ input: topicSchema, by: 'engine', reads: comparedTables }),
  /** Who said what last, how often, and whether the story changed. */
  'compare.matrix': request<Matrix>()({ input: matrixSchema, by: 'engine', reads: comparedTables }),
  /** Contradictions, tensions and agreement among the claims of a topic, with the analyst's verdicts. */
  'compare.agreement': request<Agreement>()({
    input: agreementSchema,
    by: 'engine',
    reads: [...comparedTables, 'findings'],
  }),
  /** Claims and articles with their times. */
  'compare.chronology': request<Chronology>()({
    input: chronologySchema,
    by: 'engine',
    reads: comparedTables,
  }),
  /** Which of a topic's claims go back to one origin, and why. */
  'compare.independence': request<Independence>()({
    input: independenceSchema,
    by: 'engine',
    reads: comparedTables,
  }),
  /** What this analyst last looked at; kept in the workspace file, outside the log. */
  'view.get': request<unknown>()({
    input: z.strictObject({ key: z.string().max(200) }),
    by: 'engine',
    reads: [],
  }),
  'view.set': request<null>()({
    input: z.strictObject({ key: z.string().max(200), value: z.unknown() }),
    by: 'engine',
  }),
  /** How far an article was read: the first visible offset and the share that has been seen, 0 to 1. */
  'view.setPosition': request<null>()({
    input: z.strictObject({ articleId: idSchema, offset: offsetSchema, progress: z.number().min(0).max(1) }),
    by: 'engine',
  }),
  'view.getPosition': request<{ offset: number; progress: number } | null>()({
    input: z.strictObject({ articleId: idSchema }),
    by: 'engine',
  }),
} as const

export type RequestName = keyof typeof requests
export type RequestInput<Name extends RequestName> = InputOf<(typeof requests)[Name]>
export type RequestOutput<Name extends RequestName> = OutputOf<(typeof requests)[Name]>

/** The input after its schema has checked it and filled in defaults. */
export type ParsedRequestInput<Name extends RequestName> = ParsedInputOf<(typeof requests)[Name]>
type NamesBy<By> = {
  [Name in RequestName]: (typeof requests)[Name]['by'] extends By ? Name : never
}[RequestName]
export type EngineRequestName = NamesBy<'engine'>
export type ProgramRequestName = NamesBy<'program'>
