import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/*
 * What is made for the moment carries its maker in its name: machine, process, and when that process began. So a later
 * start can tell what nobody will come back for from what another process is still filling, though numbers of
 * processes are given again and folders are shared between machines.
 */

/** The mark of this process: `1a2b3c-4711-8f2k`. */
export function ownMark(): string {
  own ??= `${machine()}-${process.pid}-${beginOf(process.pid) ?? '0'}`
  return own
}
let own: string | undefined

/** Whether a process still lives that left this mark; `unknown` for one of another machine. */
export function ownerOf(mark: string): 'alive' | 'gone' | 'unknown' {
  const [where, pid, began] = mark.split('-')
  if (mark === ownMark()) return 'alive'
  if (where !== machine() || !/^[1-9]\d*$/.test(pid ?? '')) return 'unknown'
  if (!isRunning(Number(pid))) return 'gone'
  // A number is given again, after a restart of the machine above all; the time of its beginning is not.
  const begins = beginOf(Number(pid))
  return begins === null || begins === began ? 'alive' : 'gone'
}

/** As a part of a regular expression. */
export const markPattern = '[0-9a-f]{6}-\\d+-[0-9a-z]+'

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Containers on one machine count their processes each for itself. */
function machine(): string {
  known ??= createHash('sha256').update(`${hostname()} ${processSpace()}`).digest('hex').slice(0, 6)
  return known
}
let known: string | undefined

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    // Only Linux parts them.
    return ''
  }
}

/** When a process began, in ticks since the machine did; null where the system does not tell. */
function beginOf(pid: number): string | null {
  try {
    // The name before it may hold spaces and brackets; the begin is the twentieth word after its end.
    const words = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')
    return Number(words[19]).toString(36)
  } catch {
    // Only Linux tells it in a file; without it the number alone has to do.
    return null
  }
}
