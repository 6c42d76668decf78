import type { ExportResult } from '../../contract/program.ts'
import { fileSize } from '../format.ts'
import { toast } from '../ui/toast.ts'
import { download } from './download.ts'

/** Tells where an exported file, or a saved copy, lies; a browser is given it, with its manifest at hand. */
export function delivered(
  { name, place, downloadUrl, manifest, bytes }: ExportResult,
  done: 'Exported' | 'Saved' = 'Exported',
): void {
  const what = `${done} ${name} (${fileSize(bytes)}) to ${place}`
  if (downloadUrl === null) {
    toast({ text: manifest ? `${what}, with its manifest.` : `${what}.` })
    return
  }
  void save(downloadUrl, name)
  // A browser asks before it takes a second file that nobody pressed for.
  const url = manifest?.downloadUrl
  const action = url
    ? { label: 'Save its manifest too', run: () => void save(url, manifest.name) }
    : undefined
  toast({ text: `${what}.`, ...(action && { action }) })
}

async function save(url: string, name: string): Promise<void> {
  const saved = await download(url, name)
  if (!saved.ok) toast({ kind: 'problem', text: saved.error.message })
}
