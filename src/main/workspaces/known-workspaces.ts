import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { access, readdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { KnownWorkspace } from '../../contract/program.ts'
import { makeOwnFolder } from '../targets/own-file.ts'
import type { Memory } from './settings.ts'

const ending = '.claimtrail'
const sampleName = 'Sample'

/**
 * The workspaces that a screen may name: recent ones and those in the program's own folder. A screen gets keys,
 * never paths, so that it cannot ask for a file that nobody chose.
 */
export class KnownWorkspaces {
  readonly #folder: string
  readonly #memory: Memory

  constructor(dataDir: string, memory: Memory) {
    this.#folder = join(dataDir, 'workspaces')
    this.#memory = memory
  }

  async list(): Promise<KnownWorkspace[]> {
    const recent = this.#memory.get().recent
    const found = new Map<string, KnownWorkspace>()
    for (const { path, openedAt } of recent) found.set(path, this.#describe(path, openedAt))
    for (const name of await this.#ownFiles()) {
      const path = join(this.#folder, name)
      if (!found.has(path)) found.set(path, this.#describe(path, null))
    }
    return [...found.values()]
  }

  /** The path that a key stands for, or null for a key that is not on the list. */
  async pathOf(key: string): Promise<string | null> {
    return (await this.paths()).find((path) => keyOf(path) === key) ?? null
  }

  /** Every path that may be named by a key. */
  async paths(): Promise<string[]> {
    return [
      ...this.#memory.get().recent.map(({ path }) => path),
      ...(await this.#ownFiles()).map((name) => join(this.#folder, name)),
    ]
  }

  get samplePath(): string {
    return join(this.#folder, sampleName + ending)
  }

  isSample(path: string): boolean {
    return resolve(path) === this.samplePath
  }

  async makeFolder(): Promise<void> {
    makeOwnFolder(this.#folder)
  }

  /** A path in the program's own folder for a new workspace: the name, made safe, with a number where it is taken. */
  async freePath(name: string): Promise<string> {
    await this.makeFolder()
    const stem =
      name
        .replace(/[<>:"/\\|?*\p{Cc}]/gu, ' ')
        .replace(/\s+/g, ' ')
        .replace(/^[.\s]+|[.\s]+$/g, '')
        .slice(0, 80)
        .toWellFormed() || 'Workspace'
    for (let number = 1; ; number += 1) {
      const path = join(this.#folder, `${stem}${number === 1 ? '' : ` ${number}`}${ending}`)
      if (!existsSync(path)) return path
    }
  }

  /** Puts a workspace at the head of the recent ones. */
  async remember(path: string): Promise<void> {
    const recent = this.#memory.get().recent.filter((entry) => entry.path !== path)
    await this.#memory.set({ recent: [{ path, openedAt: new Date().toISOString() }, ...recent].slice(0, 50) })
  }

  /** Takes these off the recent ones where nothing lies under their names any more. */
  async forgetGone(paths: readonly string[]): Promise<void> {
    const gone = paths.filter((path) => !existsSync(path))
    const recent = this.#memory.get().recent.filter(({ path }) => !gone.includes(path))
    await this.#memory.set({ recent })
  }

  async lastOpened(): Promise<string | null> {
    return this.#memory.get().recent[0]?.path ?? null
  }

  #describe(path: string, openedAt: string | null): KnownWorkspace {
    return {
      key: keyOf(path),
      name: basename(path, ending),
      place: dirname(path),
      openedAt,
      sample: this.isSample(path),
      present: existsSync(path),
    }
  }

  async #ownFiles(): Promise<string[]> {
    try {
      await access(this.#folder)
    } catch {
      // The folder is made with the first workspace in it.
      return []
    }
    return (await readdir(this.#folder)).filter((name) => name.endsWith(ending)).sort()
  }
}

function keyOf(path: string): string {
  return createHash('sha256').update(path).digest('base64url').slice(0, 22)
}
