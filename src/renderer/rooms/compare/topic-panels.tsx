import { useEffect, useRef } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { type CompareTab, useCompare } from '../../state/compare.ts'
import { AddToBrief } from './add-to-brief.tsx'
import { panels } from './panels.tsx'

/** A topic's claims looked at in one way after the other. */
export function TopicPanels({ topicId }: { topicId: string }) {
  const wanted = useCompare(({ tab }) => tab)
  const shown = panels.find(({ id }) => id === wanted) ?? panels[0]
  const bar = useRef<HTMLDivElement>(null)
  const id = shown?.id
  // In a narrow window not every tab is in sight; the one that is shown is.
  useEffect(() => {
    if (!bar.current || id === undefined) return
    const watch = new ResizeObserver(([entry]) =>
      entry?.target
        .querySelector('[aria-selected="true"]')
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    )
    watch.observe(bar.current)
    return () => watch.disconnect()
  }, [id])
  if (!shown) return null
  return (
    <Tabs
      className="compare-tabs"
      selectedKey={shown.id}
      onSelectionChange={(key) => useCompare.setState({ tab: key as CompareTab })}
      keyboardActivation="manual"
    >
      <div className="compare-tabbar">
        <TabList ref={bar} className="compare-tablist" aria-label="Ways to compare">
          {panels.map(({ id, title }) => (
            <Tab key={id} id={id} className="compare-tab">
              {title}
            </Tab>
          ))}
        </TabList>
        <AddToBrief topicId={topicId} tab={shown.id} />
      </div>
      {panels.map(({ id, Panel }) => (
        <TabPanel key={id} id={id} className="compare-panel">
          <Panel topicId={topicId} />
        </TabPanel>
      ))}
    </Tabs>
  )
}
