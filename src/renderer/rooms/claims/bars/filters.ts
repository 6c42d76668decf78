import { useMemo } from 'react'
import type { ClaimQuery } from '../../../../contract/claim-query.ts'
import { warningKinds } from '../../../../contract/rows.ts'
import {
  confidenceChoices,
  credibilityChoices,
  likelihoodChoices,
  qualifierChoices,
  stanceChoices,
  statusChoices,
} from '../../../claims/choices.ts'
import { useAsk } from '../../../data/ask.ts'
import { dateRange } from '../../../format.ts'
import { dayBegins, dayEnds, dayOf } from '../../../local-day.ts'
import type { Choice } from '../../../ui/select.tsx'

export type FilterId =
  | 'topics'
  | 'sources'
  | 'articles'
  | 'tags'
  | 'statuses'
  | 'stances'
  | 'qualifiers'
  | 'credibilities'
  | 'confidences'
  | 'likelihoods'
  | 'warnings'
  | 'event'
  | 'said'
  | 'entered'
  | 'analysts'

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

/** Every filter, in the order of the menu. */
export const filters: readonly Filter[] = [
  orNone('topics', 'Topic', 'topicIds'),
  orNone('sources', 'Speaker', 'sourceIds'),
  plain('articles', 'Article', 'articleIds'),
  plain('tags', 'Tag', 'tagIds'),
  plain('statuses', 'Status', 'statuses'),
  plain('stances', 'Stance', 'stances'),
  plain('qualifiers', 'Qualifier', 'qualifiers'),
  {
    id: 'credibilities',
    title: 'Credibility',
    kind: 'values',
    get: ({ credibilities }) => credibilities.map((grade) => (grade === null ? noValue : String(grade))),
    set: (values) => ({
      credibilities: values.map((value) => (value === noValue ? null : Number(value))),
    }),
  },
  orNone('confidences', 'Confidence', 'confidences'),
  orNone('likelihoods', 'Likelihood', 'likelihoods'),
  plain('warnings', 'Warning', 'warnings'),
  {
    id: 'event',
    title: 'Happened',
    kind: 'days',
    get: ({ eventFrom, eventTo }) => ({ from: eventFrom, to: eventTo }),
    set: (eventFrom, eventTo) => ({ eventFrom, eventTo }),
  },
  {
    id: 'said',
    title: 'Said',
    kind: 'days',
    get: ({ saidFrom, saidTo }) => ({ from: saidFrom, to: saidTo }),
    set: (saidFrom, saidTo) => ({ saidFrom, saidTo }),
  },
  {
    id: 'entered',
    title: 'Entered',
    kind: 'days',
    get: ({ enteredFrom, enteredTo }) => ({ from: dayOf(enteredFrom), to: dayOf(enteredTo) }),
    set: (from, to) => ({ enteredFrom: dayBegins(from), enteredTo: dayEnds(to) }),
  },
  plain('analysts', 'Entered by', 'analystIds'),
]

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
  const topics = useAsk('topics.list', {}, { enabled: id === 'topics' }).data
  const sources = useAsk('sources.list', {}, { enabled: id === 'sources' }).data
  const articles = useAsk('articles.list', {}, { enabled: id === 'articles' }).data
  const tags = useAsk('tags.list', {}, { enabled: id === 'tags' }).data
  const analysts = useAsk('analysts.list', {}, { enabled: id === 'analysts' }).data
  return useMemo(() => {
    const none = (label: string): Choice => ({ id: noValue, label })
    switch (id) {
      case 'topics':
        return [
          none('no topic'),
          ...(topics ?? []).filter(stillThere).map((topic) => ({
            id: topic.id,
            label: topic.question,
            detail: String(topic.claims),
          })),
        ]
      case 'sources':
        return [
          none('nobody named'),
          ...(sources ?? []).filter(stillThere).map((source) => ({
            id: source.id,
            label: source.name,
            detail: String(source.claims),
          })),
        ]
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
      case 'credibilities':
        return [none('not graded'), ...credibilityChoices]
      case 'confidences':
        return [none('not stated'), ...confidenceChoices]
      case 'likelihoods':
        return [none('not stated'), ...likelihoodChoices]
      case 'statuses':
        return statusChoices
      case 'stances':
        return stanceChoices
      case 'qualifiers':
        return qualifierChoices
      case 'warnings':
        return warningKinds.map((kind) => ({ id: kind, label: kind }))
      default:
        return []
    }
  }, [id, topics, sources, articles, tags, analysts])
}

type ListAxis = {
  [Axis in keyof ClaimQuery]: ClaimQuery[Axis] extends readonly (string | null)[] ? Axis : never
}[keyof ClaimQuery]

function plain(id: FilterId, title: string, axis: ListAxis): Filter {
  return {
    id,
    title,
    kind: 'values',
    get: (query) => query[axis] as string[],
    set: (values) => ({ [axis]: values }),
  }
}

function orNone(id: FilterId, title: string, axis: ListAxis): Filter {
  return {
    id,
    title,
    kind: 'values',
    get: (query) => query[axis].map((value) => value ?? noValue),
    set: (values) => ({ [axis]: values.map((value) => (value === noValue ? null : value)) }),
  }
}

function stillThere({ mergedInto }: { mergedInto: string | null }): boolean {
  return mergedInto === null
}
