import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { BranchParent } from '../../contract/branch.ts'
import type { ExportResult, LostFile, Profile, VerifyReport, WorkspaceInfo } from '../../contract/program.ts'
import type { RequestOutput } from '../../contract/requests.ts'
import type { Answer, Problem } from '../../contract/wire.ts'
import type { KnownHead } from '../../domain/head.ts'
import type { EngineClient } from '../engine/client.ts'
import { setAsideWords } from '../engine/file/left-behind.ts'
import type { Halted, OpenedInfo } from '../engine/protocol.ts'
import type { Control } from '../engine/watch.ts'
import { shinglePrefix } from '../ingest/preview.ts'
import { newId } from '../new-id.ts'
import type { Heads } from './heads.ts'

/** The workspace that is open: what the program does with it besides passing requests on to the engine. */
export class OpenWorkspace {
  readonly path: string
  /** Why nothing can be changed; null when everything can. */
  readonly readOnly: Problem | null
  /** The head that it was opened at; null for an empty log. */
  readonly head: KnownHead | null
  readonly #engine: EngineClient
  readonly #heads: Heads
  readonly #sample: boolean
  readonly #setAside: string | null
  readonly #session: number
  readonly #halted: Halted | null
  readonly #parent: BranchParent | null
  /** The profile that the log's analyst is known to equal, as JSON. */
  #introduced = ''

  constructor(
    engine: EngineClient,
    heads: Heads,
    { path, readOnly, seq, hash, first, parent, setAside }: Omit<OpenedInfo, 'lastCommandId'>,
    { sample, session, halted = null }: { sample: boolean; session: number; halted?: Halted | null },
  ) {
    this.#engine = engine
    this.#heads = heads
    this.path = path
    this.readOnly = readOnly
    this.head = first === null ? null : { seq, hash, first }
    this.#sample = sample
    this.#setAside = setAside && setAsideWords(setAside)
    this.#session = session
    this.#halted = halted
    this.#parent = parent
  }

  /** The same workspace once its file was lost: shown under its old name, read from what was kept. */
  halted(halted: Halted): OpenWorkspace {
    const { problem: readOnly, path: old, home, seq, hash } = halted
    const opened = {
      path: home ?? old,
      readOnly,
      seq,
      hash,
      first: this.head?.first ?? null,
      setAside: null,
      parent: this.#parent,
    }
    const kept = { sample: this.#sample, session: this.#session, halted }
    return new OpenWorkspace(this.#engine, this.#heads, opened, kept)
  }

  /** It keeps its name until it is said how to go on: what is on the screen belongs to it. */
  get shownPath(): string {
    return this.#halted?.path ?? this.path
  }

  info(): WorkspaceInfo {
    const name = this.shownPath
    return {
      session: this.#session,
      name: basename(name, '.claimtrail'),
      place: dirname(name),
      readOnly: this.readOnly,
      lost: this.#halted && lostFile(this.#halted),
      sample: this.#sample,
      setAside: this.#setAside,
      parent: this.#parent,
    }
  }

  /** Sees to it that the analyst has joined this workspace under the profile's name, before their first change. */
  async introduce(profile: Profile): Promise<Answer<null>> {
    const wanted = JSON.stringify(profile)
    if (this.#introduced === wanted || this.readOnly) return { ok: true, value: null }
    const known = await this.#query('analysts.list', {})
    if (!known.ok) return known
    const { id, ...fields } = profile
    const mine = known.value.find((analyst) => analyst.id === id)
    const same =
      mine && mine.name === fields.name && mine.initials === fields.initials && mine.colour === fields.colour
    if (!same) {
      const [type, args] = mine
        ? ['analyst.change', { id, set: fields }]
        : ['analyst.join', { id, ...fields }]
      const done = await this.#engine.call('execute', {
        envelope: { commandId: newId(), type: type as string, args, by: id },
      })
      if (!done.ok) return done
    }
    this.#introduced = wanted
    return { ok: true, value: null }
  }

  async verify(control: Control): Promise<Answer<VerifyReport>> {
    const known = this.#heads.get(this.path)
    const held = known ? [{ ...known, from: 'remembered' as const }] : []
    return this.#engine.call('verify', { path: this.path, held }, control)
  }

  async rebuild(control: Control): Promise<Answer<{ events: number }>> {
    return this.#engine.call('rebuild', null, control)
  }

  /** A complete copy, at `target` or in the folder of backups. */
  async backup(control: Control, target?: string): Promise<Answer<ExportResult>> {
    // What lies under the name is not this workspace; a copy is made by going on under a new name.
    if (this.#halted?.home === null) return { ok: false, error: this.#halted.problem }
    const made = await this.#engine.call('backup', { path: this.path, ...(target && { target }) }, control)
    if (!made.ok) return made
    const { path, bytes } = made.value
    return {
      ok: true,
      value: { name: basename(path), place: dirname(path), downloadUrl: null, manifest: null, bytes },
    }
  }

  /** Keeps what was computed of texts for the next comparison. Disposable: a failure costs time only. */
  async keepShingles(shingles: Record<string, string>): Promise<void> {
    if (this.readOnly) return
    for (const [textHash, value] of Object.entries(shingles)) {
      await this.#engine.call('query', {
        name: 'view.set',
        input: { key: shinglePrefix + textHash, value },
        analyst: null,
      })
    }
  }

  #query<Name extends 'analysts.list'>(name: Name, input: unknown): Promise<Answer<RequestOutput<Name>>> {
    return this.#engine.call('query', { name, input, analyst: null }) as Promise<Answer<RequestOutput<Name>>>
  }
}

function lostFile({ loss, path, home, aside }: Halted): LostFile {
  return {
    loss,
    home: home === null ? null : { name: basename(home), place: dirname(home), aside },
    isNameFree: !existsSync(path),
  }
}
