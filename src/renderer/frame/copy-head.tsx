import { Copy } from 'lucide-react'
import { Button } from 'react-aria-components'
import { shortHead, writeHead } from '../../domain/head.ts'
import { ask, useAsk } from '../data/ask.ts'
import { toast } from '../ui/toast.ts'
import { Tooltip } from '../ui/tooltip.tsx'

/** Copies the head that the window shows, for keeping outside the file. */
export function CopyHead() {
  const status = useAsk('status', {}).data
  if (!status || status.seq === 0) return null
  const why = `Copy the head, ${shortHead(status)}: kept elsewhere, it shows later that nothing was cut off or written anew`
  return (
    <Tooltip text={why}>
      <Button
        className="status-button status-copy"
        aria-label="Copy the head"
        onPress={() => void copyHead()}
      >
        <Copy aria-hidden />
      </Button>
    </Tooltip>
  )
}

/** Puts the head into the clipboard as SEQ:HASH, and tells it. */
export async function copyHead(): Promise<void> {
  const head = await ask('status', {})
  try {
    await navigator.clipboard.writeText(writeHead(head))
    toast({ text: `Copied the head ${shortHead(head)} Keep it outside this computer.` })
  } catch {
    // A browser may forbid the clipboard; the words themselves can still be taken down.
    toast({ kind: 'problem', text: `The clipboard did not take the head. It is ${writeHead(head)}` })
  }
}
