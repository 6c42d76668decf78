import { count, number } from '../format.ts'
import { useNavigation } from '../state/navigation.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useVerifyReport } from './upkeep.ts'
import './verify-report.css'

/** What a check of the workspace found, each finding as a sentence. */
export function VerifyReportDialog() {
  const report = useVerifyReport((state) => state.report)
  const close = () => useVerifyReport.setState({ report: null })
  const findings = report?.findings ?? []
  return (
    <Dialog
      isOpen={report !== null}
      onClose={close}
      title="The check found damage"
      subtitle={`${count(findings.length, 'finding')} in ${number(report?.events ?? 0)} events. Nothing was changed by the check.`}
      footer={
        <>
          <Button
            onPress={() => {
              close()
              useNavigation.getState().go('start')
            }}
          >
            Other workspaces and backups
          </Button>
          <Button variant="primary" onPress={close}>
            Close
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <ul className="findings" tabIndex={0}>
        {findings.map(({ code, message, seq }) => (
          <li key={`${code} ${seq} ${message}`}>
            {message} <code>{code}</code>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
