import type { ProgramInfo, Settings } from '../../contract/program.ts'
import { ask, queryClient, useAsk } from './ask.ts'

const defaults: Settings = { theme: 'system', zoom: 100, layout: {} }

/** Theme, zoom and layout as they are kept for this person; the defaults until they are known. */
export function useSettings(): Settings {
  return useAsk('app.info', {}).data?.settings ?? defaults
}

/** Shows a changed setting at once and keeps it. The whole settings are sent, so that none falls back to its default. */
export function saveSettings(change: Partial<Settings>): void {
  const info = queryClient.getQueryData<ProgramInfo>(['app.info', {}])
  if (!info) return
  const settings = { ...info.settings, ...change }
  queryClient.setQueryData<ProgramInfo>(['app.info', {}], { ...info, settings })
  // A setting that could not be kept still holds in this window; the next start shows the old one.
  ask('app.saveSettings', settings).catch((error) => console.warn(String(error)))
}

/** A piece of layout that is remembered under a key of the screen's own, and how to change it. */
export function useLayout<T>(key: string, initial: T): [T, (value: T) => void] {
  const { layout } = useSettings()
  const set = (value: T) => {
    const info = queryClient.getQueryData<ProgramInfo>(['app.info', {}])
    saveSettings({ layout: { ...(info?.settings.layout ?? layout), [key]: value } })
  }
  return [(layout[key] as T | undefined) ?? initial, set]
}
