import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { type CompareTab, useCompare } from '../../state/compare.ts'
import { AddToBrief } from './add-to-brief.tsx'
import { panels } from './panels.tsx'

/** A topic's claims looked at in one way after the other. */
export function TopicPanels({ topicId }: { topicId: string }) {
  const wanted = useCompare(({ tab }) => tab)
  const shown = panels.find(({ id }) => id === wanted) ?? panels[0]
  if (!shown) return null
  return (
    <Tabs
      className="compare-tabs"
      selectedKey={shown.id}
      onSelectionChange={(key) => useCompare.setState({ tab: key as CompareTab })}
      keyboardActivation="manual"
    >
      <div className="compare-tabbar">
        <TabList className="compare-tablist" aria-label="Ways to compare">
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
