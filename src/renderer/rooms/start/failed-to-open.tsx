import type { ProgramInfo } from '../../../contract/program.ts'
import { openBackup } from '../../data/workspaces.ts'
import { Button } from '../../ui/button.tsx'

/** Why the last workspace did not open, what was found in it, and the way to its latest backup. */
export function FailedToOpen({ problem }: { problem: NonNullable<ProgramInfo['failedToOpen']> }) {
  const { backup } = problem
  const findings = Array.isArray(problem.details?.findings) ? problem.details.findings : []
  return (
    <section className="warning start-failed" role="alert">
      <h3>A workspace could not be opened</h3>
      <p>{problem.message}</p>
      {findings.length > 0 && (
        <ul>
          {findings.slice(0, 8).map((finding) => (
            <li key={JSON.stringify(finding)}>{messageOf(finding)}</li>
          ))}
        </ul>
      )}
      {backup !== null && (
        <Button size="small" onPress={() => void openBackup(backup)}>
          Open the latest backup ({backup})
        </Button>
      )}
    </section>
  )
}

function messageOf(finding: unknown): string {
  if (typeof finding === 'object' && finding !== null && 'message' in finding) return String(finding.message)
  return String(finding)
}
