import { app, type Session, session, type WebContents } from 'electron'
import { isOwnPage } from './app-scheme.ts'
import { offerOutside } from './outside.ts'

/** Whatever a page asks for beyond the program's own bridge is denied: devices, downloads, other pages, windows. */
export function lockDown(): void {
  denyPermissions(session.defaultSession)
  app.on('web-contents-created', (_event, contents) => denyLeaving(contents))
}

function denyPermissions(all: Session): void {
  all.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  all.setPermissionCheckHandler(() => false)
  all.setDevicePermissionHandler(() => false)
  all.on('will-download', (event) => event.preventDefault())
}

function denyLeaving(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    // A reload of the own page is no navigation away from it.
    if (!event.isMainFrame || !isOwnPage(event.url)) event.preventDefault()
    if (event.isMainFrame && !isOwnPage(event.url)) void offerOutside(event.url)
  })
  contents.setWindowOpenHandler(({ url }) => {
    void offerOutside(url)
    return { action: 'deny' }
  })
}
