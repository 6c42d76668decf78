import fc from 'fast-check'
import { furnitureKinds } from '../../domain/article/row.ts'
import { ratings } from '../../domain/assessment/row.ts'
import { commands } from '../../domain/catalogue.ts'
import { claimStatuses, stances } from '../../domain/claim/row.ts'
import { findingKinds } from '../../domain/finding/row.ts'
import { confidences, credibilities, likelihoods, reliabilities } from '../../domain/grade.ts'
import { hypothesesOf } from '../../domain/hypothesis/rules.ts'
import { originVerdicts } from '../../domain/origin-link/row.ts'
import { relationKinds } from '../../domain/relation/row.ts'
import type { ReadTables, TableName } from '../../domain/rows.ts'
import { suggestionKinds } from '../../domain/suggestion/row.ts'
import { tagColours, tagLines } from '../../domain/tag/style.ts'

/** A throw of dice that becomes a command once the tables are known: so a shrunk sequence still makes sense. */
export interface Throw {
  type: string
  dice: number[]
}

/** Every kind of command, those that make something more often. */
export const throws: fc.Arbitrary<Throw> = fc.record({
  type: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...commands.keys()) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'article.import',
        'annotation.make',
        'claim.make',
        'tag.create',
        'source.add',
        'topic.open',
        'hypothesis.add',
        'history.undo',
        'history.redo',
        'history.restore',
      ),
    },
  ),
  dice: fc.array(fc.nat({ max: 9999 }), { minLength: 24, maxLength: 24 }),
})

/** The arguments of a command that is mostly valid for the tables as they are. `fresh` makes unused ids. */
export function argsFor(
  { type, dice }: Throw,
  tables: ReadTables,
  textOf: (hash: string) => string,
  fresh: () => string,
): unknown {
  const make = makers[type]
  if (!make) throw new Error(`the generator does not know ${type}`)
  return make(new Dice(dice, tables, textOf), fresh)
}

/** The kinds of commands that the generator can throw; a spec compares them with the catalogue. */
export function thrownTypes(): string[] {
  return Object.keys(makers)
}

class Dice {
  readonly tables: ReadTables
  readonly #textOf: (hash: string) => string
  readonly #dice: readonly number[]
  #at = 0

  constructor(dice: readonly number[], tables: ReadTables, textOf: (hash: string) => string) {
    this.#dice = dice
    this.#textOf = textOf
    this.tables = tables
  }

  number(below: number): number {
    const thrown = this.#dice[this.#at % this.#dice.length]!
    this.#at += 1
    return thrown % below
  }

  one<T>(list: readonly T[]): T {
    return list[this.number(list.length)]!
  }

  maybe<T>(value: () => T): T | null {
    return this.number(2) === 0 ? null : value()
  }

  id(table: TableName): string {
    const ids = [...this.tables[table].all()].map((row) => row.id)
    return ids.length === 0 ? 'nothing' : this.one(ids)
  }

  ids(table: TableName): string[] {
    return Array.from({ length: 1 + this.number(3) }, () => this.id(table))
  }

  words(): string {
    return Array.from({ length: 1 + this.number(6) }, () => this.one(vocabulary)).join(' ')
  }

  some<T extends object>(fields: T): Partial<T> {
    const keys = Object.keys(fields) as (keyof T)[]
    const kept = keys.filter(() => this.number(3) > 0)
    return Object.fromEntries(
      (kept.length > 0 ? kept : [keys[0]!]).map((key) => [key, fields[key]]),
    ) as Partial<T>
  }

  /** Two borders between characters of the article's text. */
  range(articleId: string): { start: number; end: number } {
    const article = this.tables.articles.get(articleId)
    const borders = [0]
    for (const character of article ? this.#textOf(article.textHash) : 'nothing') {
      borders.push(borders[borders.length - 1]! + character.length)
    }
    const first = this.number(borders.length - 1)
    return { start: borders[first]!, end: borders[first + 1 + this.number(borders.length - 1 - first)]! }
  }
}

const vocabulary = [
  'soldiers',
  'about',
  '8,000',
  'naïve',
  '🪖',
  '👩‍👩‍👧',
  'جندي',
  '北朝鮮',
  'e\u0301té',
  'Kursk',
  '“up to”',
  '=1+1',
]

function span(dice: Dice, fresh: () => string) {
  const articleId = dice.id('articles')
  return {
    id: fresh(),
    articleId,
    ...dice.range(articleId),
    tagIds: dice.number(3) === 0 ? [] : [dice.id('tags')].filter((id) => id !== 'nothing'),
    note: dice.maybe(() => dice.words()) ?? '',
  }
}

function quantity(dice: Dice) {
  const figure = dice.number(5000)
  return dice.one([
    { qualifier: null, low: null, high: null },
    { qualifier: 'exactly', low: figure, high: figure },
    { qualifier: 'about', low: figure, high: figure + 0.5 },
    { qualifier: 'up to', low: null, high: figure },
    { qualifier: 'at least', low: figure, high: null },
  ])
}

function claimFields(dice: Dice) {
  const day = `2024-10-${String(1 + dice.number(28)).padStart(2, '0')}`
  return {
    statement: dice.words(),
    sourceId: dice.maybe(() => dice.id('sources')),
    via: dice.number(3) === 0 ? [dice.id('sources')] : [],
    topicId: dice.maybe(() => dice.id('topics')),
    stance: dice.one(stances),
    ...quantity(dice),
    unit: dice.maybe(() => 'soldiers') ?? '',
    place: dice.maybe(() => dice.words()) ?? '',
    ...dice.one([
      { eventFrom: null, eventTo: null },
      { eventFrom: day, eventTo: day },
    ]),
    credibility: dice.maybe(() => dice.one(credibilities)),
    confidence: dice.maybe(() => dice.one(confidences)),
    likelihood: dice.maybe(() => dice.one(likelihoods)),
    status: dice.one(claimStatuses),
    note: dice.maybe(() => dice.words()) ?? '',
  }
}

function tagFields(dice: Dice) {
  return {
    name: `${dice.words()} ${dice.number(10_000)}`,
    colour: dice.one(tagColours),
    line: dice.one(tagLines),
    description: dice.words(),
    parentId: dice.maybe(() => dice.id('tags')),
    hotkey: dice.maybe(() => String(1 + dice.number(9))),
  }
}

function sourceFields(dice: Dice) {
  return {
    name: `${dice.words()} ${dice.number(10_000)}`,
    kind: dice.one(['person', 'organisation', 'publication']),
    aliases: dice.number(3) === 0 ? [`alias ${dice.number(10_000)}`] : [],
    reliability: dice.maybe(() => dice.one(reliabilities)),
    note: dice.words(),
  }
}

function briefFields(dice: Dice) {
  return {
    name: `${dice.words()} ${dice.number(10_000)}`,
    title: dice.words(),
    sections: [
      { kind: 'text', heading: dice.words(), body: dice.words() },
      ...(dice.tables.topics.count() > 0 ? [{ kind: 'topic', topicId: dice.id('topics'), body: '' }] : []),
      { kind: 'sources' },
    ],
    wording: dice.number(2) === 0 ? {} : { [dice.id('claims')]: dice.words() },
  }
}

function hypothesisFields(dice: Dice) {
  return {
    statement: dice.words(),
    note: dice.words(),
    likelihood: dice.maybe(() => dice.one(likelihoods)),
    confidence: dice.maybe(() => dice.one(confidences)),
  }
}

function findingFields(dice: Dice, fresh: () => string) {
  return {
    id: fresh(),
    aId: dice.id('claims'),
    bId: dice.id('claims'),
    kind: dice.one(findingKinds),
    ...dice.some({ note: dice.words() }),
  }
}

const makers: Record<string, (dice: Dice, fresh: () => string) => unknown> = {
  'analyst.join': (dice, fresh) => ({
    id: fresh(),
    name: dice.words(),
    initials: 'XY',
    colour: dice.one(tagColours),
  }),
  'analyst.change': (dice) => ({
    id: dice.id('analysts'),
    set: dice.some({ name: dice.words(), colour: dice.one(tagColours) }),
  }),
  'article.import': (dice, fresh) => ({
    articles: Array.from({ length: 1 + dice.number(2) }, () => {
      const text = `${dice.words()}\n${dice.words()} ${fresh()}`
      const end = text.indexOf('\n')
      return {
        id: fresh(),
        text,
        title: dice.words(),
        publisher: dice.words(),
        furniture:
          dice.number(2) === 0 ? [] : [{ id: fresh(), start: 0, end, kind: dice.one(furnitureKinds) }],
        revisionOf: dice.number(4) === 0 && dice.tables.articles.count() > 0 ? dice.id('articles') : null,
      }
    }),
  }),
  'article.correct': (dice) => ({
    id: dice.id('articles'),
    set: dice.some({ title: dice.words(), author: dice.words(), publishedDate: '2024-10-31' }),
  }),
  'article.setStatus': (dice) => ({
    ids: dice.ids('articles'),
    status: dice.one(['to read', 'reading', 'read']),
  }),
  'article.remove': (dice) => ({ ids: dice.ids('articles') }),
  'furniture.mark': (dice, fresh) => {
    const articleId = dice.id('articles')
    return { articleId, spans: [{ id: fresh(), ...dice.range(articleId), kind: dice.one(furnitureKinds) }] }
  },
  'furniture.unmark': (dice) => ({ ids: dice.ids('furniture') }),
  'tag.create': (dice, fresh) => ({ id: fresh(), ...tagFields(dice) }),
  'tag.change': (dice) => ({ id: dice.id('tags'), set: dice.some(tagFields(dice)) }),
  'tag.merge': (dice) => ({ ids: [dice.id('tags')], into: dice.id('tags') }),
  'tag.retire': (dice) => ({ id: dice.id('tags') }),
  'tag.reinstate': (dice) => {
    const retired = [...dice.tables.tags.all()].filter((tag) => tag.retired)
    return { id: retired.length > 0 ? dice.one(retired).id : 'nothing' }
  },
  'source.add': (dice, fresh) => ({ id: fresh(), ...sourceFields(dice) }),
  'source.change': (dice) => ({
    id: dice.id('sources'),
    set: dice.some({ ...sourceFields(dice), retired: dice.number(2) === 0 }),
  }),
  'source.merge': (dice) => ({ ids: [dice.id('sources')], into: dice.id('sources') }),
  'topic.open': (dice, fresh) => ({
    id: fresh(),
    question: `${dice.words()} ${fresh()}?`,
    description: dice.words(),
  }),
  'topic.change': (dice) => ({
    id: dice.id('topics'),
    set: dice.some({ question: `${dice.words()} ${dice.number(10_000)}?`, retired: dice.number(2) === 0 }),
  }),
  'topic.merge': (dice) => ({ ids: [dice.id('topics')], into: dice.id('topics') }),
  'annotation.make': (dice, fresh) => ({
    spans: Array.from({ length: 1 + dice.number(3) }, () => span(dice, fresh)),
  }),
  'annotation.tag': (dice) => ({ ids: dice.ids('annotations'), tagIds: [dice.id('tags')] }),
  'annotation.untag': (dice) => {
    const id = dice.id('annotations')
    const tagIds = dice.tables.annotations.get(id)?.tagIds ?? []
    return { ids: [id], tagIds: [tagIds.length > 0 ? dice.one(tagIds) : 'nothing'] }
  },
  'annotation.note': (dice) => ({ id: dice.id('annotations'), note: dice.words() }),
  'annotation.move': (dice) => {
    const id = dice.id('annotations')
    return { id, ...dice.range(dice.tables.annotations.get(id)?.articleId ?? 'nothing') }
  },
  'annotation.remove': (dice) => ({ ids: dice.ids('annotations') }),
  'claim.make': (dice, fresh) => ({
    id: fresh(),
    ...claimFields(dice),
    ...(dice.number(3) === 0 && { suggestion: { key: dice.words(), reason: dice.words() } }),
    ...(dice.number(4) === 0 && {
      sources: [{ id: fresh(), name: `${dice.words()} ${dice.number(10_000)}`, kind: 'person' }],
    }),
    evidence: dice.number(2) === 0 || dice.tables.annotations.count() === 0 ? [] : [dice.id('annotations')],
    spans: dice.number(2) === 0 || dice.tables.articles.count() === 0 ? [] : [span(dice, fresh)],
  }),
  'claim.change': (dice) => {
    const { qualifier, low, high, eventFrom, eventTo, ...others } = claimFields(dice)
    return {
      ids: dice.ids('claims'),
      set: {
        ...dice.some(others),
        ...(dice.number(2) === 0 ? { qualifier, low, high } : { eventFrom, eventTo }),
      },
    }
  },
  'claim.attach': (dice, fresh) => ({
    id: dice.id('claims'),
    evidence: dice.tables.annotations.count() === 0 ? [] : [dice.id('annotations')],
    spans: dice.number(2) === 0 ? [] : [span(dice, fresh)],
  }),
  'claim.detach': (dice) => {
    const id = dice.id('claims')
    const evidence = dice.tables.claims.get(id)?.evidence ?? []
    return { id, evidence: [evidence.length > 0 ? dice.one(evidence) : 'nothing'] }
  },
  'claim.remove': (dice) => ({ ids: dice.ids('claims') }),
  'relation.set': (dice, fresh) => ({
    id: fresh(),
    fromId: dice.id('claims'),
    toId: dice.id('claims'),
    kind: dice.one(relationKinds),
    note: dice.words(),
  }),
  'relation.change': (dice) => ({
    id: dice.id('relations'),
    set: dice.some({ kind: dice.one(relationKinds), note: dice.words() }),
  }),
  'relation.remove': (dice) => ({ ids: dice.ids('relations') }),
  'finding.confirm': (dice, fresh) => {
    const finding = findingFields(dice, fresh)
    const related = { fromId: finding.aId, toId: finding.bId, kind: dice.one(relationKinds) }
    return { ...finding, relation: dice.number(2) === 0 ? null : { id: fresh(), ...related } }
  },
  'finding.dismiss': (dice, fresh) => findingFields(dice, fresh),
  'finding.reopen': (dice) => ({ id: dice.id('findings') }),
  'originLink.set': (dice, fresh) => ({
    id: fresh(),
    oneId: dice.id('claims'),
    otherId: dice.id('claims'),
    verdict: dice.one(originVerdicts),
    note: dice.words(),
  }),
  'originLink.clear': (dice) => ({ ids: dice.ids('originLinks') }),
  'brief.save': (dice, fresh) => ({ id: fresh(), ...briefFields(dice) }),
  'brief.change': (dice) => ({ id: dice.id('briefs'), set: dice.some(briefFields(dice)) }),
  'brief.remove': (dice) => ({ id: dice.id('briefs') }),
  'moment.name': (dice, fresh) => ({ id: fresh(), name: dice.words(), seq: dice.number(40) }),
  'moment.change': (dice) => ({ id: dice.id('moments'), set: { name: dice.words() } }),
  'moment.remove': (dice) => ({ id: dice.id('moments') }),
  'suggestion.reject': (dice, fresh) => ({
    suggestions: Array.from({ length: 1 + dice.number(2) }, () => {
      const articleId = dice.id('articles')
      const range = dice.range(articleId)
      return { id: fresh(), articleId, key: `k${range.start}`, kind: dice.one(suggestionKinds), ...range }
    }),
  }),
  'suggestion.reconsider': (dice) => ({ ids: [dice.id('rejectedSuggestions')] }),
  'hypothesis.add': (dice, fresh) => ({ id: fresh(), topicId: dice.id('topics'), ...hypothesisFields(dice) }),
  'hypothesis.change': (dice) => ({
    id: dice.id('hypotheses'),
    set: dice.some({ ...hypothesisFields(dice), retired: dice.number(2) === 0 }),
  }),
  'hypothesis.order': (dice) => {
    const topicId = dice.tables.hypotheses.get(dice.id('hypotheses'))?.topicId ?? dice.id('topics')
    const ids = hypothesesOf(dice.tables, topicId).map(({ id }) => id)
    return { topicId, ids: ids.length > 0 ? ids.reverse() : ['nothing'] }
  },
  'hypothesis.remove': (dice) => ({ ids: [dice.id('hypotheses')] }),
  'assessment.set': (dice, fresh) => ({
    cells: Array.from({ length: 1 + dice.number(2) }, () => ({
      id: fresh(),
      hypothesisId: dice.id('hypotheses'),
      claimId: dice.id('claims'),
      ...dice.some({ rating: dice.maybe(() => dice.one(ratings)), note: dice.words() }),
    })),
  }),
  'assessment.clear': (dice) => ({ ids: dice.ids('assessments') }),
  'history.restore': (dice) => {
    const table = dice.one([
      'articles',
      'tags',
      'sources',
      'annotations',
      'claims',
      'relations',
      'hypotheses',
      'assessments',
    ] as const)
    return { asOf: dice.one([40, 60, 100, 200, 400, 800]), items: [{ stream: `${table}/${dice.id(table)}` }] }
  },
  'history.undo': () => ({}),
  'history.redo': () => ({}),
}
