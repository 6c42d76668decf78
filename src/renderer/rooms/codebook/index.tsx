import { useRef } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useReadOnly } from '../../data/read-only.ts'
import { useActions } from '../../state/actions.ts'
import { SplitPane } from '../../ui/split-pane.tsx'
import { type Section, useCodebook } from './codebook-state.ts'
import { SourceEditor } from './source-editor.tsx'
import { SourceList } from './source-list.tsx'
import { TagEditor } from './tag-editor.tsx'
import { TagList } from './tag-list.tsx'
import { TopicEditor } from './topic-editor.tsx'
import { TopicList } from './topic-list.tsx'
import './codebook.css'

/** The codebook: tags, sources and topics; a list of each, and one entry beside it. */
export default function CodebookRoom() {
  const section = useCodebook((codebook) => codebook.section)
  const readOnly = useReadOnly()
  const search = useRef<HTMLInputElement>(null)
  const show = (next: Section) => useCodebook.setState({ section: next })
  useActions('Codebook', [
    { id: 'codebook.search', title: 'Search the codebook', keys: '/', run: () => search.current?.focus() },
    { id: 'codebook.tags', title: 'Show tags', run: () => show('tags') },
    { id: 'codebook.sources', title: 'Show sources', run: () => show('sources') },
    { id: 'codebook.topics', title: 'Show topics', run: () => show('topics') },
  ])
  const { Editor } = parts[section]
  const list = (
    <Tabs
      className="codebook-tabs"
      selectedKey={section}
      onSelectionChange={(key) => show(key as Section)}
      keyboardActivation="manual"
    >
      <TabList className="codebook-tablist" aria-label="Codebook">
        {sections.map(({ id, title }) => (
          <Tab key={id} id={id} className="codebook-tab">
            {title}
          </Tab>
        ))}
      </TabList>
      {sections.map(({ id }) => {
        const { List } = parts[id]
        return (
          <TabPanel key={id} id={id} className="codebook-panel">
            {readOnly && <p className="warning codebook-read-only">{readOnly}</p>}
            <List searchRef={search} readOnly={readOnly} />
          </TabPanel>
        )
      })}
    </Tabs>
  )
  return (
    <SplitPane
      name="codebook"
      panes={[
        { id: 'list', title: 'List', content: list },
        { id: 'entry', title: 'Entry', size: 440, content: <Editor readOnly={readOnly} /> },
      ]}
    />
  )
}

const sections: { id: Section; title: string }[] = [
  { id: 'tags', title: 'Tags' },
  { id: 'sources', title: 'Sources' },
  { id: 'topics', title: 'Topics' },
]

const parts = {
  tags: { List: TagList, Editor: TagEditor },
  sources: { List: SourceList, Editor: SourceEditor },
  topics: { List: TopicList, Editor: TopicEditor },
}
