import { useEffect, useState } from 'react'
import { useNavigation } from '../../state/navigation.ts'
import { SplitPane } from '../../ui/split-pane.tsx'
import { HistoryFilters, type KindOfItem, tablesOf } from './filters.tsx'
import { LogList } from './log-list.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { showSide, useSide } from './side.ts'
import { SidePanel } from './side-panel.tsx'
import { useHistoryActions } from './use-history-actions.ts'
import { useLog } from './use-log.ts'
import './history.css'

/** Everything that was ever done, as sentences; beside it the history of one item. */
export function HistoryRoom() {
  const stream = useNavigation(({ historyStream }) => historyStream)
  const [by, setBy] = useState<string | null>(null)
  const [kind, setKind] = useState<KindOfItem | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [event, setEvent] = useState<number | null>(null)
  const log = useLog({ by: by ?? undefined, stream: stream ?? undefined, tables: kind ? tablesOf(kind) : [] })
  const shown = chosen ?? stream
  useHistoryActions()
  useEffect(() => {
    if (stream === null) return
    setChosen(stream)
    // Whoever comes for an item's history sees it; a change whose events were asked for stays in view.
    if (useSide.getState().marked?.stream !== stream) useSide.setState({ tab: 'item', marked: null })
  }, [stream])
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
                  event={event}
                />
                <LogList
                  log={log}
                  onChoose={(item, seq) => {
                    setChosen(item)
                    setEvent(seq)
                  }}
                  onEnter={(item) => {
                    setChosen(item)
                    showSide('item')
                  }}
                />
              </div>
            ),
          },
          {
            id: 'side',
            title: 'Details',
            size: 420,
            minSize: 280,
            content: <SidePanel stream={shown} />,
          },
        ]}
      />
      <RestoreDialog />
    </div>
  )
}
