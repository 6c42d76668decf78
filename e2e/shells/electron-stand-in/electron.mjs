/*
 * A stand-in for the module `electron`, as far as this project's main process uses it. Windows are Chromium pages
 * that the spec opens; what they send arrives here. It is test code: it stands for the documented behaviour of
 * Electron's API, and proves nothing about Electron itself. A name that main imports and this lacks fails the load.
 */
export { app, becomeReady } from './app.mjs'
export { dialog, nativeTheme, screen, shell } from './desktop.mjs'
export { Menu } from './menu.mjs'
export { ipcMain, protocol, session } from './page-side.mjs'
export { BrowserWindow } from './window.mjs'
