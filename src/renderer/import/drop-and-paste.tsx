import { Import } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useAsk } from '../data/ask.ts'
import { isTyping } from '../state/keys.ts'
import { toast } from '../ui/toast.ts'
import { readForImport, readPasted } from './import-state.ts'
import { byThemselves, filesOf } from './read-files.ts'

/** Takes files and folders dropped anywhere on the window, and words pasted where no field has the focus. */
export function DropAndPaste() {
  const workspace = useAsk('app.info', {}).data?.workspace
  const why = !workspace ? 'Open a workspace first.' : workspace.readOnly?.message
  const [over, setOver] = useState(false)
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      event.dataTransfer.dropEffect = why === undefined ? 'copy' : 'none'
      setOver(true)
    }
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      void take(event.dataTransfer.items, why)
    }
    const onPaste = (event: ClipboardEvent) => {
      const words = event.clipboardData?.getData('text/plain') ?? ''
      const files = [...(event.clipboardData?.files ?? [])]
      if (isTyping(event.target) || document.querySelector('[data-dialog]')) return
      if (words.trim() === '' && files.length === 0) return
      event.preventDefault()
      if (why !== undefined) return toast({ kind: 'problem', text: why })
      void (files.length > 0 ? readForImport(byThemselves(files)) : readPasted(words))
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('dragleave', onDragLeave)
    window.addEventListener('drop', onDrop)
    window.addEventListener('paste', onPaste)
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('dragleave', onDragLeave)
      window.removeEventListener('drop', onDrop)
      window.removeEventListener('paste', onPaste)
    }
  }, [why])
  if (!over) return null
  return (
    <div className="drop-veil" role="status">
      <div>
        <Import aria-hidden />
        {why ?? 'Drop to preview. Nothing is imported until you confirm.'}
      </div>
    </div>
  )
}

async function take(items: DataTransferItemList, why: string | undefined): Promise<void> {
  const files = await filesOf(items)
  if (why !== undefined) toast({ kind: 'problem', text: why })
  else await readForImport(files)
}
