import {
  accessSync,
  type BigIntStats,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  realpathSync,
  statSync,
} from 'node:fs'
import { sep } from 'node:path'
import type { Answer } from '../../contract/wire.ts'
import { contentOf } from './content.ts'
import { follow } from './follow.ts'
import { belongingTo, belongsTo, isWorkspaceName } from './names.ts'
import { placeProblem, refused } from './refusal.ts'

declare const decided: unique symbol

/** A file that may be written whole. Only `decideTarget` makes one; it can be handed to a worker. */
export interface FileTarget {
  readonly [decided]: 'file'
  readonly kind: 'file'
  /** Absolute and real: no part of it is a link. */
  readonly path: string
  /** The file that was there when it was decided, and will be replaced; null: none. */
  readonly replaces: string | null
  /** The rights of the file: those of the one before it, else for its owner alone. */
  readonly mode: number
}

/** Something that takes bytes and keeps its place: a pipe, a terminal, a device of signs. */
export interface StreamTarget {
  readonly [decided]: 'stream'
  readonly kind: 'stream'
  readonly path: string
  readonly isPipe: boolean
}

/** Standard output, by whichever of its names. */
export interface StandardOutput {
  readonly kind: 'standard output'
}

export type Target = FileTarget | StreamTarget | StandardOutput

/**
 * Decides what may be done with a path that an export shall go to. Links are followed to where they lead. Never a
 * target is a workspace, what belongs to one, or would if it were one (by name, by content, through links of either
 * kind); another database; the program's own files; a folder, a disk, a socket. What is no regular file is written to
 * as a stream. `-` is standard output.
 *
 * @param dataDir the program's own folder
 */
export function decideTarget(wanted: string, dataDir?: string): Answer<Target> {
  if (wanted === '-') return standardOutput()
  try {
    const leads = follow(wanted)
    if ('descriptor' in leads) return descriptorTarget(leads.descriptor)
    return pathTarget(leads.path, dataDir)
  } catch (error) {
    return { ok: false, error: placeProblem(error) }
  }
}

/** Which file this is: device and number. Null where there is none. */
export function identityOf(path: string): string | null {
  const found = lstatSync(path, { bigint: true, throwIfNoEntry: false })
  return found ? identity(found) : null
}

function pathTarget(path: string, dataDir: string | undefined): Answer<Target> {
  const found = lstatSync(path, { bigint: true, throwIfNoEntry: false })
  if (found && !found.isFile()) return otherTarget(path, found)
  const content = found ? contentOf(path) : 'other'
  if (content !== 'other') return database(content)
  const owner = belongsTo(path)
  if (owner !== null && (isWorkspaceName(owner) || isDatabase(owner))) return belongingTo(owner)
  if (isWorkspaceName(path)) {
    return refused('name_of_a_workspace', 'A name that ends in .claimtrail is for a workspace.')
  }
  if (dataDir !== undefined && isOwnPlace(path, dataDir)) {
    return refused('own_file', 'That is one of Claimtrail’s own files, or lies among them.')
  }
  if (found) accessSync(path, constants.W_OK)
  const target = {
    kind: 'file',
    path,
    replaces: found ? identity(found) : null,
    mode: found ? Number(found.mode) & 0o777 : 0o600,
  }
  return { ok: true, value: target as FileTarget }
}

function otherTarget(path: string, found: BigIntStats): Answer<Target> {
  if (found.isDirectory()) return refused('is_a_folder', 'A folder has that name.')
  if (found.isBlockDevice()) return refused('is_a_device', 'That is a disk.', 'choose a file')
  if (found.isSocket())
    return refused('is_a_socket', 'That is a socket, not a file.', 'choose a file or a pipe')
  const isPipe = found.isFIFO()
  if (isPipe || found.isCharacterDevice()) {
    return { ok: true, value: { kind: 'stream', path, isPipe } as StreamTarget }
  }
  return refused('not_a_file', 'That is no file.', 'choose a file')
}

function descriptorTarget(descriptor: number): Answer<Target> {
  if (descriptor === 1) return standardOutput()
  const found = fstatSync(descriptor, { bigint: true })
  if (descriptor === 0 || found.isFile()) {
    return refused(
      'not_a_file',
      'That is a file which this command was started with.',
      'give the file’s own name',
    )
  }
  return otherTarget(`/dev/fd/${descriptor}`, found)
}

/** A shell may have led standard output into a workspace; that is seen where the system lets its file be read. */
function standardOutput(): Answer<Target> {
  const path = '/dev/fd/1'
  try {
    const found = statSync(path)
    const content = found.isFile() ? contentOf(path) : 'other'
    if (content !== 'other') return database(content)
  } catch {
    // There is no such name, or it is not readable: then nothing of it can be told.
  }
  return { ok: true, value: { kind: 'standard output' } }
}

function database(content: 'workspace' | 'database' | 'part of a database'): Answer<never> {
  if (content === 'workspace') return refused('is_a_workspace', 'That is a Claimtrail workspace.')
  if (content === 'database') return refused('is_a_database', 'That is a database, of another program.')
  return refused(
    'belongs_to_workspace',
    'That file is a part of a database: what was done last may lie there.',
  )
}

function isDatabase(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  return found?.isFile() === true && contentOf(path) !== 'other'
}

/** Settings, notes and the browsers' profiles. People may keep files of their own beside them. */
const ownNames: ReadonlySet<string> = new Set([
  'settings.json',
  'settings.damaged.json',
  'browser-shell.json',
  'electron',
  'heads',
  'unfinished',
  'window',
])

function isOwnPlace(path: string, dataDir: string): boolean {
  if (!existsSync(dataDir)) return false
  const own = realpathSync(dataDir) + sep
  return path.startsWith(own) && ownNames.has(path.slice(own.length).split(sep)[0]!)
}

function identity(found: BigIntStats): string {
  return `${found.dev}:${found.ino}`
}
