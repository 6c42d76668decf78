import { GitCompareArrows } from 'lucide-react'
import { useRef } from 'react'
import { type RememberedView, useRemembered } from '../../data/use-remembered.ts'
import { useActions } from '../../state/actions.ts'
import { resetCompare, useCompare } from '../../state/compare.ts'
import { useNavigation } from '../../state/navigation.ts'
import { showPane } from '../../state/panes.ts'
import { NothingYet } from '../../timeline/nothing-yet.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SplitPane } from '../../ui/split-pane.tsx'
import { TopicHeader } from './header.tsx'
import { panels } from './panels.tsx'
import { TopicPanels } from './topic-panels.tsx'
import { Topics } from './topics.tsx'
import { useTopics } from './use-topics.ts'
import './charts.css'
import './cards/claim-card.css'
import './compare.css'

/** Compare: who says what on a topic, how far apart they are, and how many independent origins stand behind it. */
export default function CompareRoom() {
  const isReady = useRemembered(compareView)
  return isReady ? <Compare /> : <div className="compare-room" aria-busy />
}

function Compare() {
  const { topics, topic } = useTopics()
  const search = useRef<HTMLInputElement>(null)
  const go = useNavigation((navigation) => navigation.go)
  const choose = (step: -1 | 1) => {
    const index = topics?.findIndex(({ id }) => id === topic?.id) ?? -1
    const next = topics?.[index + step]
    if (next) useCompare.setState({ topicId: next.id })
  }
  useActions('Compare', [
    ...panels.map(({ id, title }, index) => ({
      id: `compare.${id}`,
      title: `Show ${title.toLowerCase()}`,
      keys: String(index + 1),
      enabled: topic !== null,
      run: () => {
        useCompare.setState({ tab: id })
        showPane('compare', 'topic')
      },
    })),
    {
      id: 'compare.table',
      title: 'Show charts as tables or as drawings',
      keys: 'T',
      enabled: topic !== null,
      run: () => useCompare.setState(({ asTable }) => ({ asTable: !asTable })),
    },
    {
      id: 'compare.next',
      title: 'Next topic',
      keys: 'J',
      repeats: true,
      enabled: topic !== null,
      run: () => choose(1),
    },
    {
      id: 'compare.previous',
      title: 'Previous topic',
      keys: 'K',
      repeats: true,
      enabled: topic !== null,
      run: () => choose(-1),
    },
    {
      id: 'compare.search',
      title: 'Search topics',
      keys: '/',
      enabled: topic !== null,
      run: () => {
        showPane('compare', 'topics')
        search.current?.focus()
      },
    },
  ])
  if (!topics) return <div className="compare-room" aria-busy />
  if (!topic) {
    return (
      <div className="compare-room">
        <NothingYet
          what="topics"
          icon={<GitCompareArrows />}
          title="Nothing to compare yet"
          text="A topic is a question that several claims answer: “How many soldiers are in the region?” Give claims a topic, and here you see who says what, how far apart they are, and how many independent origins stand behind it."
          action={
            <>
              <Button variant="primary" onPress={() => go('read')}>
                Read an article
              </Button>
              <Button onPress={() => go('claims')}>Go to the claims</Button>
            </>
          }
        />
      </div>
    )
  }
  return (
    <div className="compare-room">
      <SplitPane
        name="compare"
        panes={[
          {
            id: 'topics',
            title: 'Topics',
            size: 268,
            minSize: 190,
            content: <Topics topics={topics} chosen={topic.id} searchRef={search} />,
          },
          {
            id: 'topic',
            title: 'Comparison',
            content: (
              <article className="compare-topic" aria-label={topic.question}>
                <TopicHeader topic={topic} />
                {topic.claims === 0 ? <NoClaims /> : <TopicPanels key={topic.id} topicId={topic.id} />}
              </article>
            ),
          },
        ]}
      />
    </div>
  )
}

function NoClaims() {
  const go = useNavigation((navigation) => navigation.go)
  return (
    <EmptyState
      icon={<GitCompareArrows />}
      title="No claim answers this yet"
      text="Choose this topic in a claim’s form, or for many claims at once in the table."
      action={<Button onPress={() => go('claims')}>Go to the claims</Button>}
    />
  )
}

const compareView: RememberedView = {
  key: 'compare',
  start: resetCompare,
  subscribe: (changed) => useCompare.subscribe(changed),
  value: () => useCompare.getState(),
}
