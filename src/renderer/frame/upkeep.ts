import { create } from 'zustand'
import type { VerifyReport } from '../../contract/program.ts'
import { delivered } from '../data/delivered.ts'
import { runJob } from '../data/run-job.ts'
import { count, fileSize, number } from '../format.ts'
import { toast } from '../ui/toast.ts'

/** What the last check found, while it is being shown. */
export const useVerifyReport = create<{ report: VerifyReport | null }>()(() => ({ report: null }))

/** Walks the whole log and compares every table with it; tells that all is well, or opens what was found. What no check can say is one press away. */
export async function verify(): Promise<void> {
  const answer = await runJob('workspace.verify', {})
  if (!answer.ok) return
  const { ok, events, milliseconds } = answer.value
  if (!ok) return useVerifyReport.setState({ report: answer.value })
  const seconds = (milliseconds / 1000).toFixed(1)
  toast({
    text: `Everything is as it was written: ${count(events, 'event')} checked in ${seconds} s.`,
    action: {
      label: 'What was not checked',
      run: () => useVerifyReport.setState({ report: answer.value }),
    },
  })
}

/** Copies the workspace beside itself. */
export async function backUp(): Promise<void> {
  const answer = await runJob('workspace.backup', {})
  if (!answer.ok) return
  const { name, place, bytes } = answer.value
  toast({ text: `Backed up as ${name} (${fileSize(bytes)}) in ${place}.` })
}

/** A complete copy, where the person wants it. */
export async function saveCopy(): Promise<void> {
  const answer = await runJob('workspace.saveCopy', {})
  if (!answer.ok || answer.value === null) return
  delivered(answer.value, 'Saved')
}

/** Makes the tables anew from the log. */
export async function rebuild(): Promise<void> {
  const answer = await runJob('workspace.rebuild', {})
  if (answer.ok) toast({ text: `Rebuilt every table from ${number(answer.value.events)} events.` })
}
