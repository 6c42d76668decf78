import { Check, ChevronDown, ListChecks, Pencil, RotateCcw, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Source, Tag } from '../../../../contract/rows.ts'
import type { Suggestion } from '../../../../domain/suggest/suggestion.ts'
import type { AlsoHere } from '../../../../domain/suggestion/also-here.ts'
import { count, number } from '../../../format.ts'
import { Button } from '../../../ui/button.tsx'
import { TagSwatch } from '../../../ui/chip.tsx'
import { Kbd } from '../../../ui/kbd.tsx'
import { factsOf } from './facts.ts'
import type { SuggestionGroup, SuggestionLine } from './suggestion-lines.ts'

/** What can be done to the line that is looked at. */
export interface Acts {
  accept(line: SuggestionLine): void
  edit(line: SuggestionLine): void
  reject(line: SuggestionLine): void
}

/** A line of the list: a heading, a draft claim, words known from elsewhere, or something rejected. */
export function SuggestionEntry({
  line,
  isShown,
  sources,
  tags,
  acts,
}: {
  line: SuggestionLine
  isShown: boolean
  sources: readonly Source[]
  tags: readonly Tag[]
  acts: Acts
}) {
  if (line.kind === 'group') return <Heading line={line} />
  return (
    <div className="suggestion" data-shown={isShown || undefined}>
      {line.kind === 'claim' && <Draft suggestion={line.suggestion} sources={sources} isShown={isShown} />}
      {line.kind === 'also' && <Words also={line.also} sources={sources} tags={tags} />}
      {line.kind === 'rejected' && (
        <span className="suggestion-words suggestion-away" dir="auto">
          {line.rejected.quote}
        </span>
      )}
      {isShown && <ActsOf line={line} acts={acts} />}
    </div>
  )
}

const titles: Record<SuggestionGroup, string> = {
  claims: 'Draft claims',
  also: 'Also mentioned',
  rejected: 'Rejected',
}

function Heading({ line }: { line: Extract<SuggestionLine, { kind: 'group' }> }) {
  return (
    <div className="annotations-group">
      <ChevronDown aria-hidden className="annotations-fold" data-open={line.isOpen || undefined} />
      {titles[line.group]}
      <span className="dim">{number(line.count)}</span>
    </div>
  )
}

function Draft({
  suggestion,
  sources,
  isShown,
}: {
  suggestion: Suggestion
  sources: readonly Source[]
  isShown: boolean
}) {
  return (
    <>
      <span className="suggestion-words" dir="auto" title={suggestion.reason}>
        <Marked suggestion={suggestion} />
      </span>
      <span className="chips">
        {factsOf(suggestion, sources).map(({ key, text, about }) => (
          <span key={key} className="chip suggestion-fact" data-fact={key.split(' ')[0]}>
            {text}
            {about && <span className="suggestion-about"> · {about}</span>}
          </span>
        ))}
      </span>
      {isShown && <span className="suggestion-reason">{suggestion.reason}</span>}
    </>
  )
}

/** The words with the figure standing out. */
function Marked({ suggestion: { quote, start, quantity } }: { suggestion: Suggestion }) {
  if (!quantity || quantity.start < start || quantity.end > start + quote.length) return quote
  const [from, to] = [quantity.start - start, quantity.end - start]
  return (
    <>
      {quote.slice(0, from)}
      <strong>{quote.slice(from, to)}</strong>
      {quote.slice(to)}
    </>
  )
}

function Words({
  also: { words, tagIds, sourceId, places },
  sources,
  tags,
}: {
  also: AlsoHere
  sources: readonly Source[]
  tags: readonly Tag[]
}) {
  const source = sources.find(({ id }) => id === sourceId)
  const name = source && source.name !== words ? `a name of ${source.name}` : 'a source'
  return (
    <>
      <span className="suggestion-words suggestion-also" dir="auto">
        <strong>{words}</strong> <span className="dim">also here, {count(places.length, 'time')}</span>
      </span>
      <span className="chips">
        {tagIds
          .flatMap((id) => tags.find((tag) => tag.id === id) ?? [])
          .map((tag) => (
            <span key={tag.id} className="chip suggestion-fact">
              <TagSwatch tag={tag} />
              {tag.name}
            </span>
          ))}
        {tagIds.length === 0 && <span className="chip suggestion-fact">not tagged</span>}
        {source && <span className="chip suggestion-fact">{name}</span>}
      </span>
    </>
  )
}

function ActsOf({ line, acts }: { line: SuggestionLine; acts: Acts }) {
  if (line.kind === 'rejected') {
    return (
      <span className="suggestion-acts">
        <Act keys="A" icon={<RotateCcw />} run={() => acts.accept(line)}>
          Reconsider
        </Act>
      </span>
    )
  }
  const isClaim = line.kind === 'claim'
  return (
    <span className="suggestion-acts">
      <Act keys="A" icon={isClaim ? <Check /> : <ListChecks />} run={() => acts.accept(line)}>
        {isClaim ? 'Accept' : 'Mark all'}
      </Act>
      <Act keys="E" icon={<Pencil />} run={() => acts.edit(line)}>
        {isClaim ? 'Edit' : 'Choose'}
      </Act>
      <Act keys="R" icon={<X />} run={() => acts.reject(line)}>
        Reject
      </Act>
    </span>
  )
}

function Act({
  keys,
  icon,
  run,
  children,
}: {
  keys: string
  icon: ReactNode
  run: () => void
  children: ReactNode
}) {
  return (
    // Reached by its key while the list keeps the focus.
    <Button size="small" icon={icon} onPress={run} excludeFromTabOrder preventFocusOnPress>
      {children} <Kbd keys={keys} />
    </Button>
  )
}
