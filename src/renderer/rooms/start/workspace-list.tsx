import { Database } from 'lucide-react'
import { GridList, GridListItem, Text } from 'react-aria-components'
import type { KnownWorkspace, WorkspaceInfo } from '../../../contract/program.ts'
import { openWorkspace } from '../../data/workspaces.ts'
import { ago, dateTime } from '../../format.ts'
import { useNavigation } from '../../state/navigation.ts'

/** Recent workspaces, the newest first; Enter or a click opens one. */
export function WorkspaceList({ list, current }: { list: KnownWorkspace[]; current: WorkspaceInfo | null }) {
  // What lies now where a lost file lay is another one.
  const isOpen = ({ name, place }: KnownWorkspace) =>
    current?.name === name && current.place === place && current.lost === null
  const open = (key: string) => {
    const chosen = list.find((workspace) => workspace.key === key)
    if (chosen && isOpen(chosen)) useNavigation.getState().go('read')
    else void openWorkspace(key)
  }
  if (list.length === 0) return null
  return (
    <section>
      <h3 className="heading-small">Workspaces</h3>
      <GridList
        className="start-list"
        aria-label="Workspaces"
        items={list}
        disabledKeys={list.filter(({ present }) => !present).map(({ key }) => key)}
        onAction={(key) => open(String(key))}
      >
        {(workspace) => (
          <GridListItem id={workspace.key} textValue={workspace.name} className="start-item">
            <Database aria-hidden />
            <span className="start-item-words">
              <Text className="start-item-name">
                {workspace.name}
                {workspace.sample && <span className="dim"> · sample</span>}
                {isOpen(workspace) && <span className="start-open"> · open now</span>}
              </Text>
              <Text slot="description" className="start-item-place">
                {workspace.present ? workspace.place : `No longer in ${workspace.place}`}
              </Text>
            </span>
            {workspace.openedAt && (
              <span className="dim" title={dateTime(workspace.openedAt)}>
                {ago(workspace.openedAt)}
              </span>
            )}
          </GridListItem>
        )}
      </GridList>
    </section>
  )
}
