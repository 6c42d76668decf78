import { FilePlus2, FolderOpen, GraduationCap } from 'lucide-react'
import { useAsk } from '../../data/ask.ts'
import { openSample, openWorkspace } from '../../data/workspaces.ts'
import { useNavigation } from '../../state/navigation.ts'
import { openOverlay } from '../../state/opened.ts'
import { Button } from '../../ui/button.tsx'
import { FailedToOpen } from './failed-to-open.tsx'
import { WorkspaceList } from './workspace-list.tsx'
import './start.css'

/** Which workspaces there are, the ways to another one, and what is wrong with the one that did not open. */
export function StartRoom() {
  const info = useAsk('app.info', {}).data
  const list = useAsk('workspace.list', {}).data ?? []
  const go = useNavigation((state) => state.go)
  if (!info) return null
  const current = info.workspace
  return (
    <div className="start">
      <div className="start-column">
        <h2>Claimtrail</h2>
        <p className="start-lead">Conflicting claims side by side, and every line leads back to its words.</p>
        {info.failedToOpen && <FailedToOpen problem={info.failedToOpen} />}
        <div className="start-ways">
          {current && (
            <Button variant="primary" onPress={() => go('read')}>
              Go on in {current.name}
            </Button>
          )}
          <Button
            variant={current ? 'quiet' : 'primary'}
            icon={<FilePlus2 />}
            onPress={() => openOverlay('new-workspace')}
          >
            New workspace…
          </Button>
          {info.dialogs && (
            <Button icon={<FolderOpen />} onPress={() => void openWorkspace()}>
              Open…
            </Button>
          )}
          {!current?.sample && (
            <Button icon={<GraduationCap />} onPress={() => void openSample()}>
              Open the sample
            </Button>
          )}
        </div>
        <WorkspaceList list={list} current={current} />
        {!info.dialogs && (
          <p className="dim">
            A workspace that lies elsewhere opens from a terminal:{' '}
            <code>npm start -- path/to/file.claimtrail</code>
          </p>
        )}
        <p className="dim start-version">Version {info.version}. Nothing leaves this machine.</p>
      </div>
    </div>
  )
}
