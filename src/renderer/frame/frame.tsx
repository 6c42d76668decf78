import { useEffect } from 'react'
import { BranchBand } from '../branch/branch-band.tsx'
import { BranchDialogs } from '../branch/branch-dialogs.tsx'
import { useBranchActions } from '../branch/use-branch-actions.ts'
import { useAsk } from '../data/ask.ts'
import { HandOnDialog } from '../hand-on/hand-on-dialog.tsx'
import { DropAndPaste } from '../import/drop-and-paste.tsx'
import { ImportDialog } from '../import/import-dialog.tsx'
import { NameMomentDialog } from '../moments/name-moment.tsx'
import { OutsideDialog } from '../outside/outside-dialog.tsx'
import { useNavigation } from '../state/navigation.ts'
import { useActionKeys } from '../state/use-action-keys.ts'
import { GoToDialog } from '../timeline/go-to-dialog.tsx'
import { ReplayFollower } from '../timeline/replay-follower.tsx'
import { TimelineBar } from '../timeline/timeline-bar.tsx'
import { Toasts } from '../ui/toasts.tsx'
import { useAppearance } from './appearance.ts'
import { fetchLater } from './later.tsx'
import { LostFileDialog } from './lost-file.tsx'
import { NewWorkspaceDialog } from './new-workspace.tsx'
import { Notices } from './notices.tsx'
import { Palette } from './palette.tsx'
import { PastBand } from './past-band.tsx'
import { ProfileDialog } from './profile-dialog.tsx'
import { RoomBoundary } from './room-boundary.tsx'
import { rooms, startRoom } from './rooms.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { StatusLine } from './status-line.tsx'
import { TopBar } from './top-bar.tsx'
import { useFirstStart } from './use-first-start.ts'
import { useFrameActions } from './use-frame-actions.ts'
import { usePushes } from './use-pushes.ts'
import { VerifyReportDialog } from './verify-report.tsx'
import './frame.css'

/** What stays while rooms change: top bar, notices, status line, and everything that opens over a room. */
export function Frame() {
  usePushes()
  useAppearance()
  useActionKeys()
  useFrameActions()
  useBranchActions()
  useFirstStart()
  useEffect(fetchLater, [])
  const info = useAsk('app.info', {}).data
  const chosen = useNavigation(({ room }) => room)
  const entry = (info?.workspace && rooms.find(({ id }) => id === chosen)) || startRoom
  const Room = entry.component
  // What another workspace answered must not stand for a moment as this one's.
  const workspace = `${info?.workspace?.session}`
  return (
    <div className="frame">
      <ReplayFollower />
      <TopBar key={`top ${workspace}`} room={entry.id} />
      <Notices />
      <BranchBand key={`branch ${workspace}`} />
      <PastBand />
      <main className="frame-room" aria-label={entry.title} key={workspace}>
        <h1 className="hidden-visually">{entry.title}</h1>
        <RoomBoundary name={entry.title} key={entry.id}>
          <Room />
        </RoomBoundary>
      </main>
      <TimelineBar key={`timeline ${workspace}`} />
      <StatusLine key={`status ${workspace}`} />
      <DropAndPaste />
      <ImportDialog />
      <Palette />
      <Shortcuts />
      <NewWorkspaceDialog />
      <NameMomentDialog />
      <HandOnDialog />
      <BranchDialogs />
      <GoToDialog />
      <OutsideDialog />
      <ProfileDialog />
      <LostFileDialog />
      <VerifyReportDialog />
      <Toasts />
    </div>
  )
}
