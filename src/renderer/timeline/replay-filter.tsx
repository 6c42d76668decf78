import { Filter } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import type { RequestInput, RequestName, RequestOutput } from '../../contract/requests.ts'
import type { ReplaySubject } from '../../domain/timeline/filter.ts'
import { useAsk } from '../data/ask.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { ComboBox } from '../ui/combo-box.tsx'
import { Popover } from '../ui/popover.tsx'
import { type Choice, Select } from '../ui/select.tsx'
import { noFilter, useReplay } from './replay.ts'

const subjects: { id: ReplaySubject; label: string; one: string }[] = [
  { id: 'articles', label: 'An article', one: 'Article' },
  { id: 'topics', label: 'A topic', one: 'Topic' },
  { id: 'claims', label: 'A claim', one: 'Claim' },
  { id: 'tags', label: 'A tag', one: 'Tag' },
]

/** Which events the replay visits: a button that opens the choice, and what is chosen. */
export function ReplayFilterButton() {
  const filter = useReplay((replay) => replay.filter)
  const analysts = useNow('analysts.list', {}) ?? []
  const author = analysts.find(({ id }) => id === filter.by)
  const name = useNow('history.item', {
    stream: filter.about ? `${filter.about.table}/${filter.about.id}` : '',
  })?.name
  const about = subjects.find(({ id }) => id === filter.about?.table)
  return (
    <>
      <Popover
        label="Replay only"
        placement="top start"
        trigger={
          <Button size="small" icon={<Filter />}>
            Replay only…
          </Button>
        }
      >
        <FilterFields />
      </Popover>
      {filter.by !== null && (
        <Chip
          tone="accent"
          onRemove={() => useReplay.setState({ filter: withoutEmpty({ ...filter, by: null }) })}
          removeLabel="Replay everyone’s edits"
        >
          {author?.name ?? 'one analyst'}
        </Chip>
      )}
      {filter.about && (
        <Chip
          tone="accent"
          onRemove={() => useReplay.setState({ filter: withoutEmpty({ ...filter, about: null }) })}
          removeLabel="Replay edits of everything"
        >
          <span className="timeline-about">
            {about?.one}: {name ?? '…'}
          </span>
        </Chip>
      )}
    </>
  )
}

function FilterFields() {
  const filter = useReplay((replay) => replay.filter)
  const [subject, setSubject] = useState<ReplaySubject | null>(filter.about?.table ?? null)
  const analysts = useNow('analysts.list', {}) ?? []
  const change = (next: Partial<typeof filter>) =>
    useReplay.setState({ filter: withoutEmpty({ ...filter, ...next }) })
  return (
    <div className="timeline-filter">
      <Select
        label="By"
        none="Everyone"
        items={analysts.map(({ id, name }) => ({ id, label: name }))}
        value={filter.by}
        onChange={(by) => change({ by })}
      />
      <Select
        label="About"
        none="Everything"
        items={subjects}
        value={subject}
        onChange={(next) => {
          setSubject(next)
          change({ about: null })
        }}
      />
      {subject && (
        <SubjectField
          key={subject}
          subject={subject}
          value={filter.about?.id ?? null}
          onChange={(id) => change({ about: id === null ? null : { table: subject, id } })}
        />
      )}
    </div>
  )
}

function SubjectField(props: {
  subject: ReplaySubject
  value: string | null
  onChange: (id: string | null) => void
}) {
  const { subject, value, onChange } = props
  const [words, setWords] = useState('')
  const items = useChoices(subject, useDeferredValue(words))
  const label = subjects.find(({ id }) => id === subject)!.one
  return (
    <>
      {subject === 'claims' && (
        <input
          className="input"
          aria-label="Words of the claim"
          placeholder="Words of the claim"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <ComboBox label={label} items={items} value={value} onChange={onChange} placeholder="Type to find it" />
    </>
  )
}

/** What there is now to choose from, wherever in the past the window stands. */
function useChoices(subject: ReplaySubject, words: string): Choice[] {
  const articles = useNow('articles.list', {}, subject === 'articles') ?? []
  const topics = useNow('topics.list', {}, subject === 'topics') ?? []
  const tags = useNow('tags.list', {}, subject === 'tags') ?? []
  const claims = useNow('claims.page', claimsWith(words), subject === 'claims')?.rows ?? []
  if (subject === 'articles') {
    return articles.map(({ id, title, publisher }) => ({ id, label: title, detail: publisher }))
  }
  if (subject === 'topics') return topics.map(({ id, question }) => ({ id, label: question }))
  if (subject === 'tags') return tags.map(({ id, name }) => ({ id, label: name }))
  return claims.map(({ id, statement, sourceName }) => ({ id, label: statement, detail: sourceName }))
}

function claimsWith(text: string): RequestInput<'claims.page'> {
  return { query: { text }, offset: 0, limit: 200 }
}

/** What is there now, whatever moment the window stands at. */
function useNow<Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
  enabled = true,
): RequestOutput<Name> | undefined {
  return useAsk(name, input, { now: true, enabled }).data
}

function withoutEmpty(filter: typeof noFilter): typeof noFilter {
  return filter.by === null && filter.about === null ? noFilter : filter
}
