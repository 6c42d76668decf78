/**
 * The whole bridge between a window and the program: one function for requests, one for pushes. It runs sandboxed,
 * so it may require nothing but `electron`, and it hands the page no Electron object, no channel and no event.
 */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { Answer, Bridge, Push } from '../contract/wire.ts'

const bridge: Bridge = {
  request: (name, input): Promise<Answer<unknown>> => ipcRenderer.invoke('claimtrail:request', name, input),
  subscribe(listener) {
    const forward = (_event: IpcRendererEvent, push: Push) => listener(push)
    ipcRenderer.on('claimtrail:push', forward)
    return () => {
      ipcRenderer.removeListener('claimtrail:push', forward)
    }
  },
}

contextBridge.exposeInMainWorld('claimtrail', bridge)
