import { count, number } from '../format.ts'
import { useNavigation } from '../state/navigation.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useVerifyReport } from './upkeep.ts'
import './verify-report.css'

/** What a check of the workspace found, each finding as a sentence, and what no check can say. */
export function VerifyReportDialog() {
  const report = useVerifyReport((state) => state.report)
  const close = () => useVerifyReport.setState({ report: null })
  const findings = report?.findings ?? []
  return (
    <Dialog
      isOpen={report !== null}
      onClose={close}
      title={findings.length > 0 ? 'The check found damage' : 'The check found nothing wrong'}
      subtitle={`${findings.length > 0 ? count(findings.length, 'finding') : 'Nothing found'} in ${number(report?.events ?? 0)} events. Nothing was changed by the check.`}
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
      <div className="check" tabIndex={0}>
        {findings.length > 0 && (
          <ul className="findings">
            {findings.map(({ code, message, seq }) => (
              <li key={`${code} ${seq} ${message}`}>
                {message} <code>{code}</code>
              </li>
            ))}
          </ul>
        )}
        {report?.confirmed.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <h3>Not checked</h3>
        <ul className="findings">
          {report?.notChecked.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
