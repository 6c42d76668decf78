import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { tellWindows } from './requests.ts'

/** Sets the application menu. Its items are commands of the palette: the page knows what they mean. */
export function setMenu(): void {
  const mac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: '&File',
      submenu: [
        command('New workspace…', 'new-workspace', 'CmdOrCtrl+N'),
        command('Open workspace…', 'open-workspace', 'CmdOrCtrl+O'),
        command('Save a copy…', 'save-copy', 'Shift+CmdOrCtrl+S'),
        { type: 'separator' },
        command('Import articles…', 'import', 'CmdOrCtrl+I'),
        command('Export brief…', 'export-brief', 'CmdOrCtrl+E'),
        { type: 'separator' },
        { role: mac ? 'close' : 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        command('Undo', 'undo', 'CmdOrCtrl+Z'),
        command('Redo', 'redo', mac ? 'Shift+Cmd+Z' : 'Ctrl+Y'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        command('Command palette…', 'open-palette', 'CmdOrCtrl+K'),
        { type: 'separator' },
        command('Zoom in', 'zoom-in', 'CmdOrCtrl+Plus'),
        command('Zoom out', 'zoom-out', 'CmdOrCtrl+-'),
        command('Actual size', 'zoom-reset', 'CmdOrCtrl+0'),
        { type: 'separator' },
        command('Toggle dark mode', 'toggle-theme'),
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } satisfies MenuItemConstructorOptions]),
      ],
    },
    { role: 'windowMenu' },
    { label: '&Help', role: 'help', submenu: [command('Keyboard shortcuts', 'show-shortcuts')] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

function command(label: string, id: string, accelerator?: string): MenuItemConstructorOptions {
  return {
    id,
    label,
    click: () => tellWindows({ kind: 'menu', command: id }),
    ...(accelerator && { accelerator }),
  }
}
