import type { Analyst } from '../../contract/rows.ts'
import { unwatched } from '../engine/watch.ts'
import { newId } from '../new-id.ts'
import { dataDir } from '../shell-kit/data-dir.ts'
import { openMemory } from '../workspaces/settings.ts'
import { type Io, WrongUse } from './command.ts'
import type { Engine } from './workspace.ts'

/**
 * The analyst who makes a change from the terminal: the one named by `--by` (a name, initials or an id; a new name
 * joins), else the program's own profile, else the only analyst of the workspace.
 */
export async function authorOf(engine: Engine, by: string | undefined, io: Io): Promise<string> {
  const { analyst, joined } = await analystFor(engine, by, io)
  return joined ? analyst.id : join(engine, analyst)
}

/** Who that is; `joined` is false for one whom the workspace does not know yet. Nothing is changed. */
export async function analystFor(
  engine: Engine,
  by: string | undefined,
  io: Io,
): Promise<{ analyst: Analyst; joined: boolean }> {
  const analysts = (await engine.query(
    { name: 'analysts.list', input: {}, analyst: null },
    unwatched,
  )) as Analyst[]
  if (by !== undefined) {
    const known = analysts.find(({ id, name, initials }) => id === by || name === by || initials === by)
    const fresh: Analyst = { id: newId(), name: by, initials: initialsOf(by), colour: 'blue' }
    return { analyst: known ?? fresh, joined: known !== undefined }
  }
  const { profile } = openMemory(dataDir(io.env)).get()
  if (profile) return { analyst: profile, joined: analysts.some(({ id }) => id === profile.id) }
  if (analysts.length === 1) return { analyst: analysts[0]!, joined: true }
  throw new WrongUse('Every change carries its author. Say who you are with --by "NAME".')
}

async function join(engine: Engine, profile: Omit<Analyst, never>): Promise<string> {
  const envelope = { commandId: newId(), type: 'analyst.join', args: profile, by: profile.id }
  await engine.execute({ envelope }, unwatched)
  return profile.id
}

function initialsOf(name: string): string {
  const letters = name.match(/(?<!\p{L})\p{L}/gu) ?? []
  return letters.slice(0, 3).join('').toUpperCase() || name.slice(0, 1)
}
