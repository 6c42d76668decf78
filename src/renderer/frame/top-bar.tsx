import { Menu as MenuIcon, Redo2, Search, Undo2 } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useAsk } from '../data/ask.ts'
import { askForProfile } from '../data/profile.ts'
import { redo, undo } from '../data/undo.ts'
import { useNarrow } from '../state/narrow.ts'
import { type Room, useNavigation } from '../state/navigation.ts'
import { runAction } from '../state/offered-actions.ts'
import { IconButton } from '../ui/button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Menu } from '../ui/menu.tsx'
import { tagColour } from '../ui/tag-style.ts'
import { Tooltip } from '../ui/tooltip.tsx'
import { rooms } from './rooms.tsx'
import './top-bar.css'

/** Name, rooms, the way to everything by words, undo and redo, and who is working. */
export function TopBar({ room }: { room: Room }) {
  const info = useAsk('app.info', {}).data
  const narrow = useNarrow()
  const go = useNavigation(({ go }) => go)
  const open = info?.workspace != null
  return (
    <header className="top-bar">
      <Tooltip text="Workspaces" keys="G S">
        <Button
          className="top-name"
          onPress={() => go('start')}
          aria-current={room === 'start' ? 'page' : undefined}
        >
          Claimtrail
        </Button>
      </Tooltip>
      {open && (narrow ? <RoomMenu room={room} /> : <RoomLinks room={room} />)}
      {open && (
        <Button className="top-find" onPress={() => void runAction('open-palette')}>
          <Search aria-hidden />
          <span className="top-find-words">Search or command</span>
          <Kbd keys="Mod+K" />
        </Button>
      )}
      <div className="top-end">
        {open && <UndoButtons readOnly={info.workspace?.readOnly?.message} />}
        <Badge />
      </div>
    </header>
  )
}

function RoomLinks({ room }: { room: Room }) {
  const go = useNavigation(({ go }) => go)
  return (
    <nav className="top-rooms" aria-label="Rooms">
      {rooms.map(({ id, title }) => (
        <Button
          key={id}
          className="top-room"
          aria-current={id === room ? 'page' : undefined}
          onPress={() => go(id)}
        >
          <span className="top-room-name" data-title={title}>
            {title}
          </span>
        </Button>
      ))}
    </nav>
  )
}

function RoomMenu({ room }: { room: Room }) {
  const go = useNavigation(({ go }) => go)
  const title = rooms.find(({ id }) => id === room)?.title ?? 'Rooms'
  return (
    <nav aria-label="Rooms">
      <Menu
        label="Rooms"
        trigger={
          <Button className="top-room" aria-current="page">
            <MenuIcon aria-hidden /> {title}
          </Button>
        }
        items={rooms.map(({ id, title, icon, letter }) => ({
          id,
          label: title,
          icon,
          keys: `G ${letter}`,
          run: () => go(id),
        }))}
      />
    </nav>
  )
}

function UndoButtons({ readOnly }: { readOnly: string | undefined }) {
  const state = useAsk('undo.state', {}).data
  const says = (verb: string, label: string | undefined) =>
    readOnly ?? (label ? `${verb}: ${label}` : `Nothing to ${verb.toLowerCase()}`)
  return (
    <>
      <IconButton
        label="Undo"
        icon={<Undo2 />}
        tooltip={says('Undo', state?.undo?.label)}
        keys="Mod+Z"
        isDisabled={!state?.undo || readOnly !== undefined}
        onPress={() => void undo()}
      />
      <IconButton
        label="Redo"
        icon={<Redo2 />}
        tooltip={says('Redo', state?.redo?.label)}
        keys="Mod+Shift+Z"
        isDisabled={!state?.redo || readOnly !== undefined}
        onPress={() => void redo()}
      />
    </>
  )
}

/** Who is working, and the few things about this window that are theirs to choose. */
function Badge() {
  const profile = useAsk('app.info', {}).data?.profile
  return (
    <Menu
      label="Profile and appearance"
      placement="bottom end"
      trigger={
        <Button
          className="top-badge"
          aria-label={
            profile ? `${profile.initials}: ${profile.name}, profile and appearance` : '?: say who you are'
          }
          style={profile ? { background: tagColour(profile.colour) } : undefined}
        >
          {profile?.initials ?? '?'}
        </Button>
      }
      items={[
        {
          id: 'profile',
          label: profile ? 'Your name and colour…' : 'Say who you are…',
          run: askForProfile,
        },
        'separator',
        { id: 'theme', label: 'Toggle dark mode', run: () => void runAction('toggle-theme') },
        { id: 'in', label: 'Larger', keys: 'Mod++', run: () => void runAction('zoom-in') },
        { id: 'out', label: 'Smaller', keys: 'Mod+-', run: () => void runAction('zoom-out') },
        'separator',
        { id: 'keys', label: 'Keyboard shortcuts', keys: '?', run: () => void runAction('show-shortcuts') },
      ]}
    />
  )
}
