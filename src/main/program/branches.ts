import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { BranchRole, BranchState } from '../../contract/branch.ts'
import type { ProgramInfo } from '../../contract/program.ts'
import type { RequestOutput } from '../../contract/requests.ts'
import type { Answer, Problem } from '../../contract/wire.ts'
import type { OpenWorkspace } from '../workspaces/workspace.ts'
import type { AnswerContext, Answers } from './answer-context.ts'

type BranchAnswers = Pick<Answers, Extract<keyof Answers, `branch.${string}`>>

/**
 * Branches and their parents: which file stands beside the one that is open. The other file comes from a dialog, from
 * the list of known workspaces, or from beside the branch; a screen never names a path.
 */
export function branchAnswers({ shell, known, workspaces, jobs, info }: AnswerContext): BranchAnswers {
  /** For this session: the other file of a workspace, by its path and what it is of the two. */
  const chosen = new Map<string, string>()

  return {
    'branch.make': async ({ job, name, seq }) => {
      const open = workspaces.current
      if (!open) return workspaces.none()
      const target = shell.chooseNewWorkspace
        ? await shell.chooseNewWorkspace(name)
        : await known.freePath(name)
      if (target === null) return { ok: true, value: null }
      const moment = await momentName(seq)
      const made = await jobs.follow(job, 'Branching', (control) =>
        workspaces.makeBranch(seq, moment, target, control),
      )
      if (!made.ok) return made
      chosen.set(keyOf('branch', target), open.path)
      return enter(target)
    },
    'branch.compare': ({ role }) => withOther(role, (open, other) => compared(role, open, other)),
    'branch.choose': async ({ role, key }) => {
      const open = workspaces.current
      if (!open) return workspaces.none()
      const path = key === undefined ? await fromDialog() : await fromList(key)
      if (!path.ok) return path
      if (path.value === null) return { ok: true, value: null }
      const state = await compared(role, open, path.value)
      if (state.ok) chosen.set(keyOf(role, open.path), path.value)
      return state
    },
    'branch.goToOther': ({ role }) =>
      withOther(role, async (open, other) => {
        const entered = await enter(other)
        if (entered.ok) chosen.set(keyOf(role === 'branch' ? 'parent' : 'branch', other), open.path)
        return entered
      }),
    'branch.rehearse': (input) => taking(input, true),
    'branch.takeBack': (input) => taking(input, false),
  }

  async function taking(
    { job, commands }: Parameters<BranchAnswers['branch.takeBack']>[0],
    rehearse: boolean,
  ): Promise<Answer<RequestOutput<'branch.takeBack'>>> {
    return withOther('parent', (_, branch) =>
      jobs.follow(job, rehearse ? 'Trying the changes' : 'Taking changes back', (control) =>
        workspaces.takeBack({ branch, commands, rehearse }, control),
      ),
    )
  }

  async function withOther<T>(
    role: BranchRole,
    work: (open: OpenWorkspace, other: string) => Promise<Answer<T>>,
  ): Promise<Answer<T>> {
    const open = workspaces.current
    if (!open) return workspaces.none()
    const path = chosen.get(keyOf(role, open.path))
    if (path !== undefined && existsSync(path)) return work(open, path)
    if (role === 'parent') return { ok: false, error: noBranchChosen }
    const found = await findParent(open)
    if (!found.ok) return found
    chosen.set(keyOf(role, open.path), found.value)
    return work(open, found.value)
  }

  /** Beside the branch, or among the known workspaces, under the name that the branch remembers. */
  async function findParent(open: OpenWorkspace): Promise<Answer<string>> {
    const { parent } = open.info()
    if (!parent) return { ok: false, error: noBranch }
    const fileName = `${parent.name}.claimtrail`
    const paths = [
      join(dirname(open.path), fileName),
      ...(await known.paths()).filter((path) => basename(path) === fileName),
    ]
    let refused: Problem | null = null
    for (const path of new Set(paths)) {
      if (path === open.path || !existsSync(path)) continue
      const fits = await workspaces.compareBranch(open.path, path)
      if (fits.ok) return { ok: true, value: path }
      refused ??= fits.error
    }
    return { ok: false, error: refused ?? parentGone(parent.name) }
  }

  async function compared(
    role: BranchRole,
    open: OpenWorkspace,
    other: string,
  ): Promise<Answer<BranchState>> {
    const [branch, parent] = role === 'branch' ? [open.path, other] : [other, open.path]
    const comparison = await workspaces.compareBranch(branch, parent)
    if (!comparison.ok) return comparison
    const told = { name: basename(other, '.claimtrail'), place: dirname(other) }
    return { ok: true, value: { role, other: told, comparison: comparison.value } }
  }

  async function fromDialog(): Promise<Answer<string | null>> {
    if (shell.chooseWorkspaceToOpen) return { ok: true, value: await shell.chooseWorkspaceToOpen() }
    return {
      ok: false,
      error: {
        code: 'no_dialog',
        message:
          'This window has no file dialogs. Choose a workspace from the list; one that was opened once is on it.',
      },
    }
  }

  async function fromList(key: string): Promise<Answer<string>> {
    const path = await known.pathOf(key)
    return path === null
      ? {
          ok: false,
          error: { code: 'unknown_workspace', message: 'That workspace is no longer on the list.' },
        }
      : { ok: true, value: path }
  }

  async function enter(path: string): Promise<Answer<ProgramInfo>> {
    const opened = await workspaces.open(path)
    return opened.ok ? { ok: true, value: info() } : opened
  }

  async function momentName(seq: number): Promise<string> {
    const moments = await workspaces.query('moments.list', {})
    // A name is a convenience: without it the branch still knows the event.
    if (!moments.ok) return ''
    return (moments.value as RequestOutput<'moments.list'>).find((moment) => moment.seq === seq)?.name ?? ''
  }
}

function keyOf(role: BranchRole, path: string): string {
  return `${role} ${path}`
}

const noBranchChosen: Problem = {
  code: 'no_branch_chosen',
  message: 'Choose the branch whose changes you want to see.',
}

const noBranch: Problem = {
  code: 'not_a_branch',
  message: 'This workspace is no branch: it came from no other one.',
}

function parentGone(name: string): Problem {
  return {
    code: 'parent_gone',
    message: `“${name}”, which this branch came from, is neither beside it nor on the list of workspaces. The branch is whole without it; to compare, choose where the original is now.`,
    details: { name },
  }
}
