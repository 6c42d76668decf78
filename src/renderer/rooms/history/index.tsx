import { useState } from 'react'
import { useNavigation } from '../../state/navigation.ts'
import { showPane } from '../../state/panes.ts'
import { SplitPane } from '../../ui/split-pane.tsx'
import { HistoryFilters, type KindOfItem, tablesOf } from './filters.tsx'
import { ItemPanel } from './item-panel.tsx'
import { LogList } from './log-list.tsx'
import { useLog } from './use-log.ts'
import './history.css'

/** Everything that was ever done, as sentences; beside it the history of one item. */
export function HistoryRoom() {
  const stream = useNavigation(({ historyStream }) => historyStream)
  const [by, setBy] = useState<string | null>(null)
  const [kind, setKind] = useState<KindOfItem | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const log = useLog({ by: by ?? undefined, stream: stream ?? undefined, tables: kind ? tablesOf(kind) : [] })
  const shown = chosen ?? stream
  return (
    <div className="history">
      <SplitPane
        name="history"
        panes={[
          {
            id: 'log',
            title: 'All events',
            content: (
              <div className="history-log">
                <HistoryFilters
                  by={by}
                  onBy={setBy}
                  kind={kind}
                  onKind={setKind}
                  stream={stream}
                  total={log.total}
                />
                <LogList
                  log={log}
                  onChoose={setChosen}
                  onEnter={(item) => {
                    setChosen(item)
                    showPane('history', 'item')
                  }}
                />
              </div>
            ),
          },
          {
            id: 'item',
            title: 'One item',
            size: 420,
            minSize: 280,
            content: <ItemPanel stream={shown} key={shown} />,
          },
        ]}
      />
    </div>
  )
}
