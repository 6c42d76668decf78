import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, type Stats } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { isRunning, markPattern, ownerOf } from './owner.ts'
import { companions, folderKinds, notesIn } from './temporary.ts'

/**
 * Removes what killed runs left: files noted in the data folder, and folders in the system's folder for temporary
 * files. Only what carries this program's marks, belongs to this user, and whose process is gone. Never throws: what
 * cannot be removed now is left for the next start.
 */
export function sweepAtStart(dataDir: string): void {
  const notes = notesIn(dataDir)
  for (const name of namesIn(notes)) {
    const mark = new RegExp(`^(${markPattern})-[0-9a-f]{8}$`).exec(name)?.[1]
    if (mark === undefined || !isLeft(mark, join(notes, name))) continue
    const path = textOf(join(notes, name))
    if (basename(path) === `.claimtrail-${name}.part`) removeFile(path)
    remove(join(notes, name))
  }
  // A browser that came as a snap prints in a folder of its own.
  for (const parent of [tmpdir(), join(homedir(), 'snap', 'chromium', 'common')]) {
    for (const name of namesIn(parent)) {
      if (!privateFolderName.test(name)) continue
      const path = join(parent, name)
      if (isLeft(privateFolderName.exec(name)?.[1], path)) remove(path)
    }
  }
}

/** Removes what killed runs left half made in one folder, beside a workspace or an export. Never throws. */
export function sweepFolder(folder: string): void {
  for (const name of namesIn(folder)) {
    const path = join(folder, name)
    const ours = partName.exec(name)
    if (ours) {
      if (isLeft(ours[1], path)) removeFile(path)
      continue
    }
    const older = olderName.exec(name)
    if (older && !isRunning(Number(older[1])) && isOwnFile(path)) removeFile(path)
  }
}

/** Likewise beside a workspace, and in its folder of backups. */
export function sweepBeside(workspace: string, backups: string): void {
  sweepFolder(dirname(workspace))
  sweepFolder(backups)
}

const privateFolderName = new RegExp(
  `^claimtrail-(?:${folderKinds.join('|')})-(?:(${markPattern})-)?[0-9A-Za-z]{6}$`,
)
const partName = new RegExp(
  `^\\.claimtrail-(?:(${markPattern})-[0-9a-f]{8}|[0-9a-f]{12})\\.part(?:-[a-z]+)?$`,
)
/** How versions before this one named half-made workspaces and backups. */
const olderName = /\.claimtrail\.(?:new|part)-([1-9]\d*)(?:-[a-z]+)?$/

/** Milliseconds after which nobody is taken to be still at it: a day, counted from the last change. */
const surelyLeft = 86_400_000

function isLeft(mark: string | undefined, path: string): boolean {
  const owner = mark === undefined ? 'unknown' : ownerOf(mark)
  if (owner === 'alive') return false
  const found = statOf(path)
  if (!found || !isOwn(found)) return false
  return owner === 'gone' || Date.now() - found.mtimeMs > surelyLeft
}

function isOwnFile(path: string): boolean {
  const found = statOf(path)
  return found?.isFile() === true && isOwn(found)
}

function isOwn(found: Stats): boolean {
  return process.getuid === undefined || found.uid === process.getuid()
}

function removeFile(path: string): void {
  if (existsSync(path) && !isOwnFile(path)) return
  for (const ending of ['', ...companions]) remove(path + ending)
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // The next start tries again.
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    // No such folder, or one that may not be read: then nothing of ours can be seen in it.
    return []
  }
}

function statOf(path: string): Stats | null {
  try {
    return lstatSync(path)
  } catch {
    // Gone meanwhile.
    return null
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // Gone meanwhile, by another start that sweeps.
    return ''
  }
}
