import { Archive } from 'lucide-react'
import { useAsk } from '../../data/ask.ts'
import { execute } from '../../data/execute.ts'
import { newId } from '../../data/ids.ts'
import { count, reliability } from '../../format.ts'
import { showPane } from '../../state/panes.ts'
import { NothingYet } from '../../timeline/nothing-yet.tsx'
import { Chip } from '../../ui/chip.tsx'
import { choose, useCodebook } from './codebook-state.ts'
import { EntryList } from './entry-list.tsx'
import { ListBar, type ListProps } from './list-bar.tsx'
import { RetiredFold } from './retired-fold.tsx'

/** Who asserts things, by name, each with its grade in words and the number of its claims. */
export function SourceList(props: ListProps) {
  const { data } = useAsk('sources.list', {})
  const text = useCodebook((codebook) => codebook.text.sources)
  const chosen = useCodebook((codebook) => codebook.chosen.sources)
  const sources = data ?? []
  const wanted = text.trim().toLowerCase()
  const found = sources
    .filter((source) => !source.retired)
    .filter((source) => [source.name, ...source.aliases].join('\n').toLowerCase().includes(wanted))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
  const retired = sources.filter((source) => source.retired)
  return (
    <>
      <ListBar
        {...props}
        section="sources"
        noun="source"
        nameLabel="Name"
        placeholder="Ministry of Defence"
        onMake={async (name) => {
          const id = newId()
          const answer = await execute('source.add', { id, name })
          if (answer.ok) choose('sources', id)
          return answer
        }}
      />
      {data && (
        <EntryList
          label="Sources"
          entries={found.map((source) => ({
            id: source.id,
            name: source.name,
            detail: [source.kind, ...source.aliases].join(' · '),
            end: (
              <>
                <span className="entry-grade" data-graded={source.reliability !== null || undefined}>
                  {reliability(source.reliability)}
                </span>
                <span className="entry-count">{count(source.claims, 'claim')}</span>
              </>
            ),
          }))}
          chosen={chosen}
          onChoose={(id) => choose('sources', id)}
          onOpen={() => showPane('codebook', 'entry')}
          empty={
            text ? (
              `No source is called “${text}”.`
            ) : (
              <NothingYet
                what="sources"
                title="No sources yet"
                text="A source is a person, an organisation or a publication that asserts things. Each is graded for its reliability."
              />
            )
          }
        />
      )}
      <RetiredFold icon={<Archive />} count={retired.length}>
        {retired.map((source) => (
          <li key={source.id} className="codebook-retired">
            <Chip onPress={() => choose('sources', source.id)}>{source.name}</Chip>
            <span className="dim">
              {source.mergedInto
                ? `merged into ${sources.find(({ id }) => id === source.mergedInto)?.name ?? 'another source'}`
                : 'retired'}
            </span>
          </li>
        ))}
      </RetiredFold>
    </>
  )
}
