import { setTimeout as delay } from 'node:timers/promises'
import type { ProgramInfo } from '../../contract/program.ts'
import { type EngineRequestName, requests } from '../../contract/requests.ts'
import type { Answer, Problem, Push } from '../../contract/wire.ts'
import { createJobs } from '../jobs.ts'
import { suggestThread } from '../suggest/thread.ts'
import { makeOwnFolder } from '../targets/own-file.ts'
import { openHeads } from '../workspaces/heads.ts'
import { KnownWorkspaces } from '../workspaces/known-workspaces.ts'
import { openMemory } from '../workspaces/settings.ts'
import { Workspaces } from '../workspaces/workspaces.ts'
import type { Answers } from './answer-context.ts'
import { programAnswers } from './answers.ts'
import { parseRequest } from './parse-request.ts'
import type { Program, Shell } from './shell.ts'

export interface ProgramOptions {
  shell: Shell
  /** Folder for settings and new workspaces; made when it is missing. */
  dataDir: string
  /** A workspace to open first, from the command line or the system. */
  openPath?: string
  version: string
}

/**
 * Starts the program behind a shell: opens the workspace that was asked for, else the last one, else (the very
 * first time) the sample. It is there before that is done; whatever it is asked until then is answered afterwards. A
 * workspace that does not open is told in `app.info`; the program starts all the same.
 */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const { shell, dataDir, version } = options
  makeOwnFolder(dataDir)
  const listeners = new Set<(push: Push) => void>()
  const push = (message: Push) => {
    for (const listener of listeners) listener(message)
  }
  const memory = openMemory(dataDir)
  const known = new KnownWorkspaces(dataDir, memory)
  const jobs = createJobs(push)
  const assistant = suggestThread(new URL('./suggest-worker.js', import.meta.url))
  let isReady = false
  // Before that nobody has been answered anything that could have changed.
  const pushOfWorkspace = (message: Push) => {
    if (isReady) push(message)
  }
  const workspaces = new Workspaces({ known, memory, heads: openHeads(dataDir), push: pushOfWorkspace })
  const info = (): ProgramInfo => ({
    version,
    shell: shell.kind,
    dialogs: shell.chooseWorkspaceToOpen !== undefined,
    workspace: workspaces.current?.info() ?? null,
    failedToOpen: workspaces.failure,
    profile: memory.get().profile,
    settings: memory.get().settings,
  })
  const answers = programAnswers({ shell, dataDir, memory, known, workspaces, jobs, assistant, info })
  // The window comes up meanwhile; its first questions wait for the workspace.
  const ready = workspaces
    .openFirst(options.openPath)
    .catch((error: unknown) => {
      workspaces.failure = { ...internalError(error), backup: null }
    })
    .then(() => {
      isReady = true
    })

  const answering = new Set<Promise<unknown>>()
  let closing: Promise<void> | undefined
  return {
    async request(name, input) {
      if (closing) return { ok: false, error: ending }
      const answered = ready.then(() => answer(name, input, answers, workspaces))
      answering.add(answered)
      try {
        return await answered
      } finally {
        answering.delete(answered)
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async openPath(path) {
      await ready
      const opened = await workspaces.open(path)
      return opened.ok ? { ok: true, value: info() } : opened
    },
    close() {
      closing ??= ready
        .then(() => jobs.close())
        // One that waits for a person, in a dialog of the system, may never be answered.
        .then(() => Promise.race([Promise.all(answering), delay(patienceMs, undefined, { ref: false })]))
        .then(() => assistant.end())
        .then(() => workspaces.close())
      return closing
    },
  }
}

/** Commands take far less: the engine finishes in any case what it has begun. */
const patienceMs = 5000

const ending: Problem = {
  code: 'ending',
  message:
    'Claimtrail is closing, so this was not done. Everything shown as saved is kept; start it again to go on.',
}

/** The one door for everything a window asks: the name must be known and the input must fit its schema. */
async function answer(
  name: string,
  input: unknown,
  answers: Answers,
  workspaces: Workspaces,
): Promise<Answer<unknown>> {
  const asked = parseRequest(name, input)
  if (!asked.ok) return asked
  try {
    if (requests[asked.value.name].by === 'engine') {
      return await workspaces.query(name as EngineRequestName, asked.value.input)
    }
    return await answers[name as keyof Answers](asked.value.input as never)
  } catch (error) {
    return { ok: false, error: internalError(error) }
  }
}

/** A bug of ours or a machine in trouble: told as a value, so that the window stays alive. */
function internalError(error: unknown): Problem {
  console.error(error)
  return {
    code: 'internal_error',
    message: `Something in the program failed (${error instanceof Error ? error.message : String(error)}). What was saved before is safe; try again, or restart Claimtrail.`,
  }
}
