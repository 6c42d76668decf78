import { FileWarning, Lock, Unplug } from 'lucide-react'
import { ask, queryClient, useAsk } from '../data/ask.ts'
import { acceptHead, openBackup } from '../data/workspaces.ts'
import { useConnection } from '../state/connection.ts'
import { Button } from '../ui/button.tsx'
import { useLostFileDialog } from './lost-file.tsx'
import { verify } from './upkeep.ts'

/** What a person must know about the whole window: the program is gone, or nothing can be changed. */
export function Notices() {
  const alive = useConnection(({ alive }) => alive)
  const workspace = useAsk('app.info', {}).data?.workspace
  const readOnly = workspace?.readOnly
  const backup = readOnly?.details?.backup
  return (
    <div className="notices" role="status">
      {!alive && (
        <div className="notice">
          <Unplug aria-hidden />
          <span className="notice-words">
            The program behind this window does not answer; it may have been ended. Everything shown as saved
            is kept. Start Claimtrail again: this window goes on by itself if it can, else use the new one.
          </span>
          <Button size="small" onPress={tryAgain}>
            Try again
          </Button>
        </div>
      )}
      {workspace?.setAside && (
        <div className="notice">
          <FileWarning aria-hidden />
          <span className="notice-words">{workspace.setAside}</span>
        </div>
      )}
      {readOnly && (
        <div className="notice">
          <Lock aria-hidden />
          <span className="notice-words">{readOnly.message}</span>
          {workspace?.lost && (
            <Button size="small" onPress={() => useLostFileDialog.setState({ isOpen: true })}>
              How to go on…
            </Button>
          )}
          {readOnly.code === 'damaged' && (
            <Button size="small" onPress={() => void verify()}>
              Check it
            </Button>
          )}
          {typeof readOnly.details?.known === 'string' && (
            <Button size="small" onPress={() => void acceptHead()}>
              Go on from here
            </Button>
          )}
          {typeof backup === 'string' && (
            <Button size="small" onPress={() => void openBackup(backup)}>
              Open the latest backup
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

async function tryAgain(): Promise<void> {
  // The failure is what the notice already tells.
  const info = await ask('app.info', {}).catch(() => null)
  if (info) await queryClient.invalidateQueries()
}
