import type { BlockContent, ListItem, PhrasingContent, Root, RootContent } from 'mdast'
import type { ComparedMoment } from '../../../contract/changes.ts'
import {
  type ChangeKind,
  type ComparedTable,
  changeKinds,
  comparedTables,
} from '../../../contract/changes.ts'
import { footnoteReader } from '../../../domain/brief/footnotes.ts'
import type { ChangedField, RowChange } from '../../../domain/changes/tell.ts'
import { countOf } from '../../../domain/decide.ts'
import { dateWords } from '../../../domain/plain-values/period-words.ts'
import { order } from '../../../domain/text/order.ts'
import type { Between, Changed } from '../../engine/changes/between.ts'
import { footnoteNode, reference } from './footnote-markdown.ts'
import { exact, lines, name, plain } from './markdown-text.ts'
import { emphasis, markdownOf, paragraph, table } from './markdown-tree.ts'

/**
 * “What changed since …” as GitHub-flavoured Markdown, piece by piece: counts, claims by topic and everything else by
 * kind, each field old beside new with the event that set it, and the words that the claims rest on as footnotes. It
 * ends with both moments' events and hashes. Built as a tree, so that no text breaks out of its place; the same two
 * moments give the same bytes. Times are UTC.
 *
 * @param open compares the moments; called once, with the first piece
 * @param onRows told of the changed rows written so far
 */
export function* changesMarkdown(
  open: () => Between,
  onRows: (done: number, total: number) => void,
): Generator<string> {
  const between = open()
  let done = 0
  let pending = ''
  for (const block of blocks(between, () => (done += 1))) {
    pending += block
    if (pending.length < pieceLength) continue
    yield pending
    pending = ''
    onRows(done, between.changed.length)
  }
  yield pending
  onRows(done, between.changed.length)
}

/** UTF-16 code units that are written at a time. */
const pieceLength = 1 << 16

function* blocks(between: Between, onRow: () => void): Generator<string> {
  const notes = numbered()
  yield piece(headNodes(between))
  for (const name of comparedTables) {
    const rows = between.changed.filter((changed) => changed.table === name)
    if (rows.length === 0) continue
    yield `\n${piece([heading(2, titles[name])])}`
    for (const { title, members } of name === 'claims'
      ? byTopic(rows, between)
      : [{ title: null, members: rows }]) {
      if (title !== null) yield `\n${piece([heading(3, title)])}`
      for (const changed of members) {
        yield `\n${piece([itemNode(between.tell(changed), between, notes)])}`
        onRow()
      }
    }
  }
  const footnote = footnoteReader(between.states.after, (articleId) => between.textOf(articleId)!)
  for (const [annotationId, number] of notes.all())
    yield `\n${piece([footnoteNode(footnote(annotationId, number))])}`
  yield `\n${piece(endNodes(between))}`
}

const titles: Record<ComparedTable, string> = {
  claims: 'Claims',
  annotations: 'Annotations',
  tags: 'Tags',
  sources: 'Sources',
  topics: 'Topics',
  relations: 'Relations',
  originLinks: 'Corrections of origin',
  hypotheses: 'Hypotheses',
  assessments: 'Ratings of evidence',
  findings: 'Verdicts on findings',
  articles: 'Articles',
  furniture: 'Page furniture',
  briefs: 'Briefs',
}

const kindWords: Record<ChangeKind, string> = {
  added: 'Added',
  changed: 'Changed',
  moved: 'Moved',
  merged: 'Merged',
  withdrawn: 'Withdrawn',
  removed: 'Removed',
}

function piece(children: RootContent[]): string {
  return markdownOf({ type: 'root', children } satisfies Root)
}

function headNodes({ from, to, fromName, counts, changed }: Between): RootContent[] {
  const since = from.seq === 0 ? 'the beginning' : `event ${from.seq}`
  const title = fromName ? [plain('“'), name(fromName), plain(`” (${since})`)] : [plain(since)]
  const summary = paragraph(
    plain(`From ${momentWords(from)} to ${momentWords(to)}: `),
    plain(`${countOf(to.seq - from.seq, 'event')}, ${countOf(changed.length, 'item')} not as before.`),
  )
  const heads = ['', ...changeKinds.map((kind) => kindWords[kind])]
  const rows = comparedTables
    .filter((name) => changeKinds.some((kind) => counts[name][kind] > 0))
    .map((name) => [titles[name], ...changeKinds.map((kind) => String(counts[name][kind]))])
  return [
    { type: 'heading', depth: 1, children: [plain('What changed since '), ...title] },
    summary,
    ...(rows.length > 0
      ? [table([heads, ...rows].map((cells) => cells.map((cell) => [plain(cell)])))]
      : [paragraph(emphasis('Nothing is different between these two moments.'))]),
  ]
}

function endNodes({ from, to }: Between): RootContent[] {
  return [
    { type: 'thematicBreak' },
    paragraph(
      plain(`Compared: event ${from.seq} of the workspace’s log, whose hash (SHA-256) is `),
      { type: 'inlineCode', value: from.hash },
      plain(`, and event ${to.seq}, whose hash is `),
      { type: 'inlineCode', value: to.hash },
      plain(
        '. Old values are struck through, new ones bold; everything is called by the name it had at the second event.',
      ),
    ),
  ]
}

/** Claims by the question they answer, questions in order of their words, those without one last. */
function byTopic(rows: readonly Changed[], { states }: Between): { title: string; members: Changed[] }[] {
  const groups = new Map<string | null, Changed[]>()
  for (const row of rows) {
    const members = groups.get(row.topicId)
    if (members) members.push(row)
    else groups.set(row.topicId, [row])
  }
  return [...groups]
    .map(([topicId, members]) => {
      const topic = topicId === null ? undefined : states.names.row('topics', topicId)
      return { title: topic ? String(topic.question) : 'Claims without a topic', topicId, members }
    })
    .sort(
      (a, b) =>
        Number(a.topicId === null) - Number(b.topicId === null) ||
        order(a.title, b.title) ||
        order(a.topicId ?? '', b.topicId ?? ''),
    )
}

function itemNode(change: RowChange, between: Between, notes: Notes): RootContent {
  const { kind, last, eventCount } = change
  const came = kind === 'added' || kind === 'removed'
  const known = came ? told[change.table] : kind === 'merged' ? ['retired', 'mergedInto'] : []
  const fields = change.fields.filter(({ key }) => !known.includes(key))
  const children: BlockContent[] = [
    paragraph(
      { type: 'strong', children: [plain(`${kindWords[kind]}:`)] },
      plain(' '),
      ...nameNodes(change, between),
      ...notesOf(change, between).map((id) => reference(notes.of(id))),
      ...(change.into ? [plain(' → '), strong([name(change.into.name)])] : []),
    ),
    ...(came ? said(fields, kind) : fields.length > 0 ? [fieldList(change, fields, between)] : []),
    paragraph(
      ...placeNodes(change),
      plain(`Event ${last.seq}, `),
      name(between.analyst(last.by)),
      plain(`, ${timeWords(last.at)}${eventCount > 1 ? `, the last of ${eventCount} events` : ''}.`),
    ),
  ]
  const item: ListItem = { type: 'listItem', spread: true, checked: null, children }
  return { type: 'list', ordered: false, spread: true, children: [item] }
}

/** What the item's name, its heading, its notes and its place tell already of a row that came or went. */
const told: Record<ComparedTable, readonly string[]> = {
  claims: ['statement', 'topicId', 'evidence'],
  annotations: ['span', 'articleId'],
  tags: ['name'],
  sources: ['name'],
  topics: ['question'],
  relations: ['fromId', 'kind', 'toId'],
  originLinks: ['oneId', 'verdict', 'otherId'],
  hypotheses: ['statement'],
  assessments: ['claimId', 'hypothesisId'],
  findings: ['verdict', 'kind', 'aId', 'bId'],
  articles: ['title'],
  furniture: ['span', 'articleId'],
  briefs: ['name'],
}

function nameNodes(change: RowChange, { states }: Between): PhrasingContent[] {
  const row = states.after[change.table].get(change.id) ?? states.before[change.table].get(change.id)
  if (row && 'statement' in row) return lines(row.statement)
  if (row && 'fromId' in row) {
    const claim = (id: string) => exact(String(states.names.row('claims', id)?.statement ?? id))
    return [claim(row.fromId), plain(` ${row.kind} `), claim(row.toId)]
  }
  if (row && 'aId' in row) {
    const claim = (id: string) => exact(String(states.names.row('claims', id)?.statement ?? id))
    return [
      plain(`${row.kind} between `),
      claim(row.aId),
      plain(' and '),
      claim(row.bId),
      plain(`: ${row.verdict}`),
    ]
  }
  if (row && 'verdict' in row) {
    const claim = (id: string) => exact(String(states.names.row('claims', id)?.statement ?? id))
    return [claim(row.oneId), plain(' and '), claim(row.otherId), plain(`: ${row.verdict}`)]
  }
  if (row && 'hypothesisId' in row) {
    const words = (table: 'claims' | 'hypotheses', id: string) =>
      exact(String(states.names.row(table, id)?.statement ?? id))
    return [words('claims', row.claimId), plain(' against '), words('hypotheses', row.hypothesisId)]
  }
  const quote = change.span?.after?.quote ?? change.span?.before?.quote ?? ''
  return quote === '' ? [name(change.name)] : [exact(quote)]
}

/** Words that a claim rests on, or last rested on. */
function notesOf({ table, id }: RowChange, { states }: Between): readonly string[] {
  if (table !== 'claims') return []
  return (states.after.claims.get(id) ?? states.before.claims.get(id))?.evidence ?? []
}

/** All that a row said that came or went. Grades are sentences of their own: no two axes ever share one. */
function said(fields: readonly ChangedField[], kind: ChangeKind): BlockContent[] {
  const words = ({ before, after }: ChangedField) => lines(kind === 'added' ? after : before)
  const long = fields.filter(({ lines: several }) => several)
  const facts = fields
    .filter((field) => !grades.has(field.key) && !long.includes(field))
    .flatMap((field, index) => [plain(`${index > 0 ? ' · ' : ''}${field.label}: `), ...words(field)])
  const graded = fields
    .filter(({ key }) => grades.has(key))
    .flatMap((field, index) => [
      plain(`${index > 0 ? ' ' : ''}${capital(field.label)}: `),
      ...words(field),
      plain('.'),
    ])
  const texts = long.map((field) => [plain(`${field.label}: `), { type: 'break' as const }, ...words(field)])
  return [facts, graded, ...texts].filter((part) => part.length > 0).map((part) => paragraph(...part))
}

function capital(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1)
}

const grades: ReadonlySet<string> = new Set(['reliability', 'credibility', 'confidence', 'likelihood'])

function fieldList(change: RowChange, fields: readonly ChangedField[], between: Between): BlockContent {
  const several = new Set(fields.map(({ seq }) => seq)).size > 1
  const children = fields.map((field): ListItem => {
    const by = several ? [plain(` (event ${field.seq}, `), name(between.analyst(field.by)), plain(')')] : []
    const place = change.kind === 'moved' && field.key === 'span' ? movedWords(change) : ''
    return {
      type: 'listItem',
      spread: false,
      checked: null,
      children: [paragraph(plain(`${field.label}: `), ...oldAndNew(field), plain(place), ...by)],
    }
  })
  return { type: 'list', ordered: false, spread: false, children }
}

function oldAndNew({ before, after, lines: changes }: ChangedField): PhrasingContent[] {
  if (!changes) return [...value(before, struck), plain(' → '), ...value(after, strong)]
  return changes.flatMap(({ kind, text }): PhrasingContent[] => {
    const line = lines(text)
    if (line.length === 0) return []
    const shown =
      kind === 'gap'
        ? [emphasis(`… ${text} …`)]
        : kind === 'same'
          ? line
          : [kind === 'old' ? struck(line) : strong(line)]
    return [{ type: 'break' }, ...shown]
  })
}

function value(words: string, wrap: (words: PhrasingContent[]) => PhrasingContent): PhrasingContent[] {
  const line = lines(words)
  return line.length === 0 ? [emphasis('none')] : [wrap(line)]
}

function struck(children: PhrasingContent[]): PhrasingContent {
  return { type: 'delete', children }
}

function strong(children: PhrasingContent[]): PhrasingContent {
  return { type: 'strong', children }
}

function movedWords({ span }: RowChange): string {
  const [was, is] = [span?.before, span?.after]
  return was && is ? ` (UTF-16 ${was.start}–${was.end} → ${is.start}–${is.end})` : ''
}

function placeNodes({ span }: RowChange): PhrasingContent[] {
  const place = span?.after ?? span?.before
  if (!place) return []
  return [
    plain('In '),
    { type: 'emphasis', children: [name(place.articleTitle)] },
    plain(`, UTF-16 ${place.start}–${place.end}. `),
  ]
}

function momentWords({ seq, at }: ComparedMoment): string {
  return at === null ? 'the beginning' : `event ${seq} (${timeWords(at)})`
}

/** “1 November 2024, 16:42 UTC”. */
function timeWords(at: string): string {
  return `${dateWords(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`
}

function heading(depth: 2 | 3, words: string): RootContent {
  return { type: 'heading', depth, children: [name(words)] }
}

interface Notes {
  /** The number of an annotation's footnote. */
  of(annotationId: string): number
  all(): Iterable<[annotationId: string, number: number]>
}

/** Numbers in order of first appearance; the words themselves are read when they are written. */
function numbered(): Notes {
  const numbers = new Map<string, number>()
  return {
    of(annotationId) {
      const number = numbers.get(annotationId) ?? numbers.size + 1
      numbers.set(annotationId, number)
      return number
    },
    all: () => numbers,
  }
}
