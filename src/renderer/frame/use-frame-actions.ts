import type { ProgramInfo } from '../../contract/program.ts'
import type { UndoState } from '../../contract/rows.ts'
import { useAsk } from '../data/ask.ts'
import { askForProfile } from '../data/profile.ts'
import { saveSettings, useSettings } from '../data/settings.ts'
import { redo, undo } from '../data/undo.ts'
import { openSample, openWorkspace } from '../data/workspaces.ts'
import { nameMoment } from '../moments/naming.ts'
import { useActions } from '../state/actions.ts'
import { useNavigation } from '../state/navigation.ts'
import type { Action } from '../state/offered-actions.ts'
import { openOverlay } from '../state/opened.ts'
import { nextZoom, shownTheme } from './appearance.ts'
import { copyHead } from './copy-head.tsx'
import { rooms, startRoom } from './rooms.tsx'
import { backUp, rebuild, saveCopy, verify } from './upkeep.ts'

/** What can be done from everywhere. Ids are those of the desktop shell's menu where it has an item. */
export function useFrameActions(): void {
  const info = useAsk('app.info', {}).data
  const open = info?.workspace != null
  const writable = open && info.workspace?.readOnly === null
  useActions('Go to', goActions(open))
  useActions('Workspace', workspaceActions(open, writable, info))
  useActions('Edit', editActions(open, writable, useAsk('undo.state', {}, { enabled: open }).data))
  useActions('History', [
    {
      id: 'name-moment',
      title: 'Name this moment…',
      enabled: writable,
      keywords: 'event bookmark version snapshot milestone',
      run: () => void nameMoment(),
    },
    {
      id: 'hand-on-replay',
      title: 'Share a replay…',
      enabled: open,
      keywords: 'export html share history topic file',
      run: () => openOverlay('hand-on'),
    },
  ])
  useActions('Window', windowActions(open, useSettings().zoom))
  // In its own room a brief is exported at once.
  const inBrief = useNavigation(({ room }) => room === 'brief')
  useActions('Brief', [
    {
      id: 'export-brief',
      title: 'Export a brief…',
      keys: 'Mod+E',
      enabled: open && !inBrief,
      run: () => useNavigation.getState().go('brief'),
    },
  ])
}

function goActions(open: boolean): Action[] {
  const { go, back } = useNavigation.getState()
  return [
    ...rooms.map(({ id, title, letter }, index) => ({
      id: `go-${id}`,
      title: `Go to ${title}`,
      keys: [`Mod+${index + 1}`, `G ${letter}`],
      enabled: open,
      run: () => go(id),
    })),
    {
      id: 'go-start',
      title: 'Go to all workspaces',
      keys: `G ${startRoom.letter}`,
      run: () => go('start'),
    },
    { id: 'back', title: 'Back to where you were', keys: 'Alt+ArrowLeft', enabled: open, run: back },
  ]
}

function workspaceActions(open: boolean, writable: boolean, info: ProgramInfo | undefined): Action[] {
  return [
    {
      id: 'import',
      title: 'Import articles…',
      keys: 'Mod+I',
      enabled: writable,
      keywords: 'files folder paste add text',
      run: () => openOverlay('import'),
    },
    {
      id: 'new-workspace',
      title: 'New workspace…',
      // A browser keeps Mod+N for a window of its own.
      keys: info?.shell === 'electron' ? 'Mod+N' : 'Mod+Alt+N',
      run: () => openOverlay('new-workspace'),
    },
    {
      id: 'open-workspace',
      title: 'Open a workspace…',
      keys: 'Mod+O',
      // A window without the system's dialogs has the list instead.
      run: () => (info?.dialogs ? void openWorkspace() : useNavigation.getState().go('start')),
    },
    {
      id: 'open-sample',
      title: 'Open the sample workspace',
      keywords: 'example demo',
      run: () => void openSample(),
    },
    {
      id: 'verify',
      title: 'Check the workspace for damage',
      enabled: open,
      keywords: 'verify hash chain integrity',
      run: () => void verify(),
    },
    {
      id: 'copy-head',
      title: 'Copy the log’s head',
      enabled: open,
      keywords: 'hash proof event number clipboard',
      run: () => void copyHead(),
    },
    {
      id: 'save-copy',
      title: 'Save a copy…',
      enabled: open,
      keywords: 'mail hand on duplicate save as backup file',
      run: () => void saveCopy(),
    },
    {
      id: 'back-up',
      title: 'Make a backup',
      enabled: open,
      keywords: 'save copy',
      run: () => void backUp(),
    },
    {
      id: 'rebuild',
      title: 'Rebuild the tables from the log',
      enabled: writable,
      keywords: 'projection repair',
      run: () => void rebuild(),
    },
  ]
}

function editActions(open: boolean, writable: boolean, state: UndoState | undefined): Action[] {
  return [
    {
      id: 'undo',
      title: state?.undo ? `Undo: ${state.undo.label}` : 'Undo',
      keys: 'Mod+Z',
      enabled: writable,
      run: () => void undo(),
    },
    {
      id: 'redo',
      title: state?.redo ? `Redo: ${state.redo.label}` : 'Redo',
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      enabled: writable,
      run: () => void redo(),
    },
    {
      id: 'open-palette',
      title: 'Search or command',
      keys: 'Mod+K',
      enabled: open,
      run: () => openOverlay('palette'),
    },
  ]
}

function windowActions(open: boolean, zoom: number): Action[] {
  return [
    {
      id: 'show-shortcuts',
      title: 'Keyboard shortcuts',
      keys: '?',
      keywords: 'keys help',
      run: () => openOverlay('shortcuts'),
    },
    {
      id: 'toggle-theme',
      title: 'Toggle dark mode',
      keywords: 'theme appearance',
      run: () => saveSettings({ theme: shownTheme() === 'dark' ? 'light' : 'dark' }),
    },
    {
      id: 'system-theme',
      title: 'Follow the system’s light or dark mode',
      keywords: 'theme appearance',
      run: () => saveSettings({ theme: 'system' }),
    },
    {
      id: 'zoom-in',
      title: 'Larger',
      keys: ['Mod++', 'Mod+='],
      keywords: 'zoom',
      run: () => saveSettings({ zoom: nextZoom(zoom, 1) }),
    },
    {
      id: 'zoom-out',
      title: 'Smaller',
      keys: 'Mod+-',
      keywords: 'zoom',
      run: () => saveSettings({ zoom: nextZoom(zoom, -1) }),
    },
    {
      id: 'zoom-reset',
      title: 'Normal size',
      keys: 'Mod+0',
      keywords: 'zoom',
      run: () => saveSettings({ zoom: 100 }),
    },
    {
      id: 'profile',
      title: 'Your name and colour…',
      enabled: open,
      keywords: 'analyst profile initials who',
      run: askForProfile,
    },
  ]
}
