import { copyFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { BranchComparison, Taken } from '../../contract/branch.ts'
import type { ChangesAsked, ChangesBetween } from '../../contract/changes.ts'
import type { Profile, ProgramInfo } from '../../contract/program.ts'
import type { Done, EngineRequestName } from '../../contract/requests.ts'
import type { Answer, Problem, Push } from '../../contract/wire.ts'
import type { CommandEnvelope } from '../../domain/command.ts'
import type { ReplayFilter } from '../../domain/timeline/filter.ts'
import type { Runs } from '../../domain/timeline/runs.ts'
import type { Timeline } from '../../domain/timeline/timeline.ts'
import type { TakeBackRequest } from '../engine/branch/take-back.ts'
import { type EngineClient, startEngine } from '../engine/client.ts'
import { listBackups } from '../engine/file/backup.ts'
import { headProblems } from '../engine/file/known-head.ts'
import type { GoingOn, Halted, OpenedInfo } from '../engine/protocol.ts'
import type { Control } from '../engine/watch.ts'
import { finishSample, makeSample } from '../sample.ts'
import { beginWhole } from '../targets/make-whole.ts'
import { newFile } from '../targets/new-file.ts'
import { type HeadWatch, watchHead } from './head-watch.ts'
import type { Heads } from './heads.ts'
import type { KnownWorkspaces } from './known-workspaces.ts'
import type { Memory } from './settings.ts'
import { OpenWorkspace } from './workspace.ts'

/** Commands of each side that a screen is told of; of more, the number. */
const mostCompared = 1000

/** Which workspace is open, and the ways to another. One engine thread serves them one after the other. */
export class Workspaces {
  current: OpenWorkspace | null = null
  /** Why the workspace that was asked for first could not be opened. */
  failure: ProgramInfo['failedToOpen'] = null
  readonly #engine: EngineClient
  readonly #known: KnownWorkspaces
  readonly #memory: Memory
  readonly #heads: Heads
  readonly #headWatch: HeadWatch
  readonly #push: (push: Push) => void
  /** Counts the workspaces that were opened one after the other, and under which name the last one was. */
  #session = 0
  #sessionPath: string | null = null
  /** While the open workspace is being closed for another one. */
  #isLeaving = false

  constructor({
    known,
    memory,
    heads,
    push,
  }: { known: KnownWorkspaces; memory: Memory; heads: Heads; push: (push: Push) => void }) {
    this.#known = known
    this.#memory = memory
    this.#heads = heads
    this.#headWatch = watchHead(heads)
    this.#push = push
    this.#engine = startEngine(new URL('./engine-worker.js', import.meta.url))
    this.#engine.onChanged(({ path, seq, hash, first, tables, items }) => {
      push({ kind: 'changed', head: seq, hash, tables, items })
      // The engine may already be in another workspace, such as a sample that is being made.
      if (path === this.current?.path) this.#headWatch.saw(path, { seq, hash, first })
    })
    this.#engine.onHalted((halted) => this.#halt(halted))
  }

  /** At the start: the file asked for, else the last one, else the sample. A failure is kept for `app.info`. */
  async openFirst(path: string | undefined): Promise<void> {
    const last = path ?? (await this.#known.lastOpened())
    const opened = last ? await this.open(last) : await this.openSample()
    if (!opened.ok) this.failure = { ...opened.error, backup: backupOf(opened.error) }
  }

  async open(path: string): Promise<Answer<null>> {
    const absolute = resolve(path)
    const previous = this.current
    this.settle()
    this.#isLeaving = true
    const opened = await this.#engine.call('open', { path: absolute, known: this.#heads.get(absolute) })
    this.#isLeaving = false
    if (!opened.ok) {
      // The engine has closed the one before; it is opened again, so that a wrong choice costs nothing.
      this.current = null
      if (previous && previous.path !== absolute) await this.#reopen(previous.path)
      return opened
    }
    if (this.#known.isSample(absolute) && !opened.value.readOnly) {
      const whole = await finishSample(this.#engine, opened.value.lastCommandId)
      if (!whole.ok) return whole
    }
    return this.#entered(opened.value)
  }

  async create(path: string): Promise<Answer<null>> {
    const absolute = resolve(path)
    const created = await this.#engine.call('create', { path: absolute })
    if (created.ok) this.#heads.forget(absolute)
    return created.ok ? this.open(absolute) : created
  }

  /** The sample workspace, made on first use by applying the recorded session. */
  async openSample(): Promise<Answer<null>> {
    const path = this.#known.samplePath
    const there = (await this.#known.list()).some((workspace) => workspace.sample && workspace.present)
    if (!there) {
      await this.#known.makeFolder()
      this.#heads.forget(path)
      const made = await makeSample(this.#engine, path)
      if (!made.ok) return made
    }
    return this.open(path)
  }

  /** Opens a copy of a backup under a new name beside the workspace that failed; the backup itself stays. */
  async openBackup(name: string): Promise<Answer<null>> {
    const damaged = this.current?.path ?? (await this.#known.lastOpened())
    const backup = damaged ? listBackups(damaged).find((candidate) => candidate.name === name) : undefined
    if (!damaged || !backup)
      return { ok: false, error: { code: 'unknown_backup', message: 'That backup is no longer there.' } }
    const stem = basename(damaged, '.claimtrail')
    const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
    const copy = join(dirname(damaged), `${stem} restored ${moment}.claimtrail`)
    const copied = await copyWhole(backup.path, copy)
    if (!copied.ok) return copied
    this.#heads.forget(copy)
    return this.open(copy)
  }

  /**
   * Goes on with the open file although it does not go on from the head that was last seen under its name: what it
   * ends at is what counts from now on.
   */
  async acceptHead(): Promise<Answer<null>> {
    if (!this.current) return this.none()
    const { path, head, readOnly } = this.current
    if (!readOnly || !headProblems.includes(readOnly.code)) return { ok: true, value: null }
    if (head) this.#heads.remember(path, head)
    else this.#heads.forget(path)
    return this.open(path)
  }

  /**
   * Remembers the head that the open workspace stands at, and folds the log back into its file, without waiting for its
   * edits to pause: before exports, and when another workspace is opened.
   */
  settle(): void {
    this.#headWatch.settle()
    // The answer is awaited nowhere: what cannot be folded now is at the next rest.
    void this.#engine.call('fold', null)
  }

  async execute(envelope: CommandEnvelope): Promise<Answer<Done>> {
    const ready = await this.#author('changes')
    if (!ready.ok) return ready
    return this.#engine.call('execute', { envelope: { ...envelope, by: ready.value.id } })
  }

  async query(name: EngineRequestName, input: unknown): Promise<Answer<unknown>> {
    if (!this.current) return this.none()
    return this.#engine.call('query', { name, input, analyst: this.#memory.get().profile?.id ?? null })
  }

  /** The same question, answered as of event `seq`. */
  async queryAsOf(
    seq: number,
    name: EngineRequestName,
    input: unknown,
    control?: Control,
  ): Promise<Answer<unknown>> {
    if (!this.current) return this.none()
    const analyst = this.#memory.get().profile?.id ?? null
    return this.#engine.call('queryAsOf', { path: this.current.path, seq, name, input, analyst }, control)
  }

  /** The whole log, in about so many buckets. */
  async timeline(buckets: number, control: Control): Promise<Answer<Timeline>> {
    if (!this.current) return this.none()
    return this.#engine.call('timeline', { path: this.current.path, buckets }, control)
  }

  /** The events that a replay through this filter visits. */
  async matches(filter: ReplayFilter, control: Control): Promise<Answer<Runs>> {
    if (!this.current) return this.none()
    return this.#engine.call('matches', { path: this.current.path, filter }, control)
  }

  /** A page of what differs between two moments. */
  async changes(asked: ChangesAsked, control: Control): Promise<Answer<ChangesBetween>> {
    if (!this.current) return this.none()
    return this.#engine.call('changes', { path: this.current.path, asked }, control)
  }

  /** As of event `seq`, or live for null. */
  queryAt(seq: number | null, name: EngineRequestName, input: unknown): Promise<Answer<unknown>> {
    return seq === null ? this.query(name, input) : this.queryAsOf(seq, name, input)
  }

  /** A copy of the open workspace as of event `seq`, which knows where it came from. It is not opened. */
  async makeBranch(
    seq: number,
    moment: string,
    target: string,
    control: Control,
  ): Promise<Answer<{ path: string }>> {
    if (!this.current) return this.none()
    this.#heads.forget(target)
    return this.#engine.call('branch', { path: this.current.path, seq, moment, target }, control)
  }

  async compareBranch(branch: string, parent: string): Promise<Answer<BranchComparison>> {
    return this.#engine.call('compareBranch', { branch, parent, most: mostCompared })
  }

  /** Takes commands of a branch back into the open workspace, or tells what that would do. */
  async takeBack(request: Omit<TakeBackRequest, 'by'>, control: Control): Promise<Answer<Taken[]>> {
    const ready = await this.#author(request.rehearse ? 'looks' : 'changes')
    return ready.ok ? this.#engine.call('takeBack', { ...request, by: ready.value }, control) : ready
  }

  none(): { ok: false; error: Problem } {
    return {
      ok: false,
      error: { code: 'no_workspace', message: 'No workspace is open. Open one or make a new one first.' },
    }
  }

  async close(): Promise<void> {
    // What was on its way is done first, and its head remembered.
    await this.#engine.end()
    this.settle()
    this.current = null
  }

  /** The analyst; once they change something, the open workspace knows them. */
  async #author(who: 'changes' | 'looks'): Promise<Answer<Profile>> {
    const profile = this.#memory.get().profile
    if (!this.current) return this.none()
    if (!profile) {
      return {
        ok: false,
        error: { code: 'profile_needed', message: 'Say who you are first: every change carries its author.' },
      }
    }
    const introduced = who === 'changes' ? await this.current.introduce(profile) : null
    return introduced && !introduced.ok ? introduced : { ok: true, value: profile }
  }

  /** Goes on with a workspace whose file was lost. `path`: where, for a copy. */
  async goOn(how: GoingOn, path?: string): Promise<Answer<null>> {
    this.settle()
    const left = this.current ? [this.current.path, this.current.shownPath] : []
    const followed = await this.#engine.call('goOn', { how, ...(path && { path }) })
    if (!followed.ok) return followed
    await this.#known.forgetGone(left)
    // It is the same workspace under another name: what is open of it stays open.
    this.#sessionPath = followed.value.path
    return this.#entered(followed.value)
  }

  /** The file is lost: the window must know at once, and the next start where everything lies. */
  #halt(halted: Halted): void {
    const { problem, home, path } = halted
    if (this.current?.path === path && !this.#isLeaving) {
      this.current = this.current.halted(halted)
      this.#push({ kind: 'workspace' })
    } else {
      // It was seen when the workspace was left for another, or with the program.
      this.#push({ kind: 'told', text: problem.message })
      console.error(problem.message)
    }
    if (home === null) return
    this.#known.remember(home).catch((error: unknown) => console.error(`${home}: ${String(error)}`))
  }

  async #entered(opened: OpenedInfo): Promise<Answer<null>> {
    const { path } = opened
    this.#enter(opened)
    this.failure = null
    await this.#known.remember(path)
    this.#push({ kind: 'workspace' })
    return { ok: true, value: null }
  }

  #enter(opened: OpenedInfo): void {
    if (opened.path !== this.#sessionPath) this.#session += 1
    this.#sessionPath = opened.path
    const kept = { sample: this.#known.isSample(opened.path), session: this.#session }
    this.current = new OpenWorkspace(this.#engine, this.#heads, opened, kept)
    if (this.current.head && !opened.readOnly) this.#headWatch.saw(opened.path, this.current.head)
  }

  async #reopen(path: string): Promise<void> {
    const again = await this.#engine.call('open', { path, known: this.#heads.get(path) })
    if (again.ok) this.#enter(again.value)
    else this.failure = { ...again.error, backup: backupOf(again.error) }
    this.#push({ kind: 'workspace' })
  }
}

async function copyWhole(from: string, to: string): Promise<Answer<null>> {
  const target = newFile(to)
  if (!target.ok) return target
  const making = beginWhole(target.value)
  try {
    await copyFile(from, making.path)
    return making.finish()
  } finally {
    making.end()
  }
}

function backupOf(problem: Problem): string | null {
  const backup = problem.details?.backup
  return typeof backup === 'string' ? backup : null
}
