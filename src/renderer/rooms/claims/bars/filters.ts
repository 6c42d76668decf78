import { useMemo } from 'react'
import type { ClaimQuery } from '../../../../contract/claim-query.ts'
import { type SourceListItem, type TopicListItem, warningKinds } from '../../../../contract/rows.ts'
import type { ChoiceField } from '../../../../domain/claim/field.ts'
import { type FieldKey, fieldKeys, fieldOf, fieldsOfClaim, inOrder } from '../../../../domain/claim/fields.ts'
import { choicesOf, chosenValue, qualifierChoices } from '../../../claims/choices.ts'
import { useAsk } from '../../../data/ask.ts'
import { dateRange } from '../../../format.ts'
import { dayBegins, dayEnds, dayOf } from '../../../local-day.ts'
import type { Choice } from '../../../ui/select.tsx'

/** A field, or what a claim has besides. */
export type FilterId = FieldKey | 'articles' | 'tags' | 'warnings' | 'entered' | 'analysts'

/** A way to narrow the claims: by ticking values, or by a span of days. */
export type Filter = { id: FilterId; title: string } & (
  | {
      kind: 'values'
      /** Ticked values, as ids of choices. */
      get: (query: ClaimQuery) => string[]
      set: (values: string[]) => Partial<ClaimQuery>
    }
  | {
      kind: 'days'
      get: (query: ClaimQuery) => { from: string | null; to: string | null }
      set: (from: string | null, to: string | null) => Partial<ClaimQuery>
    }
)

/** Stands for null among the choices: claims that have no value there. */
export const noValue = '\u0000none'

/** As the menu has always had them; fields that came later follow. */
const knownFilters: readonly FilterId[] = [
  'topicId',
  'sourceId',
  'articles',
  'tags',
  'status',
  'stance',
  'quantity',
  'credibility',
  'confidence',
  'likelihood',
  'warnings',
  'happened',
  'said',
  'entered',
  'analysts',
]

const otherFilters: readonly Filter[] = [
  listed('articles', 'Article', 'articleIds'),
  listed('tags', 'Tag', 'tagIds'),
  listed('warnings', 'Warning', 'warnings'),
  {
    id: 'entered',
    title: 'Entered',
    kind: 'days',
    get: ({ enteredFrom, enteredTo }) => ({ from: dayOf(enteredFrom), to: dayOf(enteredTo) }),
    set: (from, to) => ({ enteredFrom: dayBegins(from), enteredTo: dayEnds(to) }),
  },
  listed('analysts', 'Entered by', 'analystIds'),
]

/** Every filter, in the order of the menu. */
export const filters: readonly Filter[] = ((all: readonly Filter[]) =>
  inOrder(
    knownFilters.flatMap((id) => all.find((filter) => filter.id === id) ?? []),
    all,
  ))([...otherFilters, ...fieldKeys.flatMap((key) => fieldFilter(key) ?? [])])

/** Of days what lies within a span, of every other field the ticked values. */
function fieldFilter(key: FieldKey): Filter | null {
  const field = fieldOf(key)
  if (!field.filter) return null
  const { axis, title = field.label } = field.filter
  if (field.kind !== 'days') return listed(key, title, axis, field.kind === 'choice' ? field : null)
  const [from, to] = [`${axis}From`, `${axis}To`]
  return {
    id: key,
    title,
    kind: 'days',
    get: (query) => {
      const asked = query as unknown as Record<string, string | null>
      return { from: asked[from]!, to: asked[to]! }
    },
    set: (first, last) => ({ [from]: first, [to]: last }),
  }
}

export function filterOf(id: FilterId): Filter {
  return filters.find((filter) => filter.id === id)!
}

/** True when the filter narrows this query. */
export function isActive(filter: Filter, query: ClaimQuery): boolean {
  if (filter.kind === 'values') return filter.get(query).length > 0
  const { from, to } = filter.get(query)
  return from !== null || to !== null
}

/** The query's part that lets this filter go. */
export function cleared(filter: Filter): Partial<ClaimQuery> {
  return filter.kind === 'values' ? filter.set([]) : filter.set(null, null)
}

/** What a filter's chip says after its title: “open, disputed”, “3 topics”, “30–31 Oct 2024”. */
export function filterWords(filter: Filter, query: ClaimQuery, choices: readonly Choice[]): string {
  if (filter.kind === 'days') {
    const { from, to } = filter.get(query)
    if (from !== null && to !== null) return dateRange(from, to)
    return from !== null ? `from ${dateRange(from, from)}` : `until ${dateRange(to, to)}`
  }
  const values = filter.get(query)
  const names = values.map((value) => choices.find(({ id }) => id === value)?.label ?? '…')
  return names.length <= mostNamed ? names.join(', ') : `${names.length} values`
}

const mostNamed = 2

/** What can be ticked for a filter. Retired entries too: claims may still carry them. */
export function useFilterChoices(id: FilterId): readonly Choice[] {
  const kind = isField(id) ? fieldOf(id).kind : null
  const topics = useAsk('topics.list', {}, { enabled: kind === 'topic' }).data
  const sources = useAsk('sources.list', {}, { enabled: kind === 'source' }).data
  const articles = useAsk('articles.list', {}, { enabled: id === 'articles' }).data
  const tags = useAsk('tags.list', {}, { enabled: id === 'tags' }).data
  const analysts = useAsk('analysts.list', {}, { enabled: id === 'analysts' }).data
  return useMemo(() => {
    const none = (label: string): Choice => ({ id: noValue, label })
    const field = isField(id) ? fieldOf(id) : null
    switch (field?.kind) {
      case 'topic':
        return [none(field.none), ...(topics ?? []).filter(stillThere).map(topicChoice)]
      case 'source':
        return [none(field.none), ...(sources ?? []).filter(stillThere).map(sourceChoice)]
      case 'choice':
        return [...(field.none ? [none(field.none)] : []), ...choicesOf(field)]
      case 'quantity':
        return qualifierChoices
    }
    switch (id) {
      case 'articles':
        return (articles ?? []).map((article) => ({
          id: article.id,
          label: article.title,
          detail: article.publisher,
        }))
      case 'tags':
        return (tags ?? []).filter(stillThere).map(({ id: tagId, name }) => ({ id: tagId, label: name }))
      case 'analysts':
        return (analysts ?? []).map(({ id: analystId, name }) => ({ id: analystId, label: name }))
      case 'warnings':
        return warningKinds.map((kind) => ({ id: kind, label: kind }))
      default:
        return []
    }
  }, [id, topics, sources, articles, tags, analysts])
}

/** `field`: whose values, where they are a field's own, need not be texts. */
function listed(id: FilterId, title: string, axis: string, field: ChoiceField | null = null): Filter {
  return {
    id,
    title,
    kind: 'values',
    get: (query) =>
      (query as unknown as Record<string, (string | number | null)[]>)[axis]!.map((value) =>
        value === null ? noValue : String(value),
      ),
    set: (values) => ({
      [axis]: values.map((value) => (value === noValue ? null : field ? chosenValue(field, value) : value)),
    }),
  }
}

function isField(id: FilterId): id is FieldKey {
  return id in fieldsOfClaim
}

function topicChoice({ id, question, claims }: TopicListItem): Choice {
  return { id, label: question, detail: String(claims) }
}

function sourceChoice({ id, name, claims }: SourceListItem): Choice {
  return { id, label: name, detail: String(claims) }
}

function stillThere({ mergedInto }: { mergedInto: string | null }): boolean {
  return mergedInto === null
}
