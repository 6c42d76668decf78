import { useEffect } from 'react'
import type { Settings } from '../../contract/program.ts'
import { useSettings } from '../data/settings.ts'

const dark = window.matchMedia('(prefers-color-scheme: dark)')

/** Draws the page in the theme and at the zoom of the settings; without them as the system likes it. */
export function applySettings(settings: Settings | null): void {
  const theme = settings?.theme ?? 'system'
  const root = document.documentElement
  root.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
  // Every size is in rem, so that this one scales everything; 100 % is what the person set for the browser.
  root.style.fontSize = `${settings?.zoom ?? 100}%`
}

/** Keeps the page in step with the settings and with the system's own light and dark. */
export function useAppearance(): void {
  const settings = useSettings()
  useEffect(() => {
    const apply = () => applySettings(settings)
    apply()
    dark.addEventListener('change', apply)
    return () => dark.removeEventListener('change', apply)
  }, [settings])
}

const zoomSteps = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300]

/** The next larger (1) or smaller (-1) zoom; the same at the end. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const next =
    direction === 1 ? zoomSteps.find((step) => step > zoom) : zoomSteps.findLast((step) => step < zoom)
  return next ?? zoom
}

/** The theme that is drawn now. */
export function shownTheme(): 'light' | 'dark' {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light'
}
