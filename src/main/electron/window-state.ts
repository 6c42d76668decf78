import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, type Rectangle, screen } from 'electron'
import { writeOwnFile } from '../targets/own-file.ts'

export interface WindowState extends Partial<Pick<Rectangle, 'x' | 'y'>> {
  width: number
  height: number
  maximized: boolean
}

const usual: WindowState = { width: 1440, height: 900, maximized: false }
/** The part of a title bar, in pixels, that must lie on a screen for a window to be reachable. */
const reachable = 60

/** Where the window stood when it was last closed, if that place is still on a screen. */
export function rememberedState(): WindowState {
  const state = readState()
  const onScreen = screen.getAllDisplays().some(({ workArea }) => lies(state, workArea))
  return onScreen ? state : { ...usual, maximized: state.maximized }
}

/** Keeps the window's place from now on, for the next start. */
export function rememberState(window: BrowserWindow): void {
  window.on('close', () => {
    const state: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized() }
    writeOwnFile(stateFile(), JSON.stringify(state))
  })
}

function lies(state: WindowState, area: Rectangle): boolean {
  const { x, y, width } = state
  if (x === undefined || y === undefined) return false
  const across = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  return across >= reachable && y >= area.y && y <= area.y + area.height - reachable
}

function readState(): WindowState {
  try {
    const state: unknown = JSON.parse(readFileSync(stateFile(), 'utf8'))
    return isState(state) ? state : usual
  } catch {
    // The first start, or a file that a crash left unfinished: the usual place serves.
    return usual
  }
}

function isState(state: unknown): state is WindowState {
  if (state === null || typeof state !== 'object') return false
  const { x, y, width, height, maximized } = state as Record<string, unknown>
  const whole = [x, y, width, height].every((value) => Number.isSafeInteger(value))
  return whole && (width as number) >= 200 && (height as number) >= 200 && typeof maximized === 'boolean'
}

function stateFile(): string {
  return join(app.getPath('userData'), 'window.json')
}
