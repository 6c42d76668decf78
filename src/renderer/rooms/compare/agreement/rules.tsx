import { ChevronRight } from 'lucide-react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { agreementRules } from '../../../../domain/compare/agreement/rules.ts'
import { count, number } from '../../../format.ts'
import { kindLooks } from './kind-looks.tsx'

/** The rules in words, with the very numbers that they work by. */
export function HowItIsJudged({ withdrawn }: { withdrawn: number }) {
  const { aboutShare, nearShare, spokenOfDays } = agreementRules
  return (
    <Disclosure className="agreement-rules">
      <Heading level={3}>
        <Button slot="trigger" className="agreement-rules-trigger">
          <ChevronRight aria-hidden />
          How this is judged
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className="agreement-rules-body">
          <p>
            Two claims of a topic are compared when they speak of the same thing counted, the same place and a
            common day. Figures about different days are a development, not a contradiction: they are left out
            here and stand in the timeline.
          </p>
          <dl>
            <dt data-kind="contradiction">
              {kindLooks.contradiction.icon} {kindLooks.contradiction.one}
            </dt>
            <dd>
              One denies what the other asserts (where both give a figure: all of it, or the same figure), or
              two asserted figures cannot both hold. “About” may be <b>{percent(aboutShare)}</b> more or less,
              “up to” has no lower end, “at least” and “more than” have no upper end.
            </dd>
            <dt data-kind="tension">
              {kindLooks.tension.icon} {kindLooks.tension.one}
            </dt>
            <dd>
              Both figures can hold, but what they name lies more than <b>{percent(nearShare)}</b> apart, or
              one has only a lower and the other only an upper end; or one denies some of what the other
              asserts; or one asserts what the other cannot confirm; or it would be a contradiction, but one
              has no date, only one names a place, the places may not be one, neither figure says what it
              counts, or the same speaker says both.
            </dd>
            <dt data-kind="agreement">
              {kindLooks.agreement.icon} {kindLooks.agreement.one}
            </dt>
            <dd>
              Two different, known speakers give figures that both can hold and that lie at most{' '}
              <b>{percent(nearShare)}</b> apart, or one within the other; or both deny the same. Whether they
              go back to one origin is told under Independence.
            </dd>
          </dl>
          <ul>
            <li>
              A claim that does not say when something happened speaks of the{' '}
              <b>{count(spokenOfDays, 'day')}</b> up to its statement.
            </li>
            <li>
              A place is the same when it is written the same but for capitals, spaces and punctuation.
              “Kursk” and “Kursk region, Russia” may be one, and “Kursk, Russia” lies within “Russia”: that is
              read from the words alone, no map is asked. A part contradicts the whole only where more is
              counted in it, or anything where the whole is said to have nothing. Two claims without a place
              are taken to mean the topic’s.
            </li>
            <li>
              Things counted are the same as in the Spread: singular or plural, thousands and dozens, fixed
              measures; never two currencies.
            </li>
            <li>
              Claims by one speaker that say the same about days without a gap count as one side, and a
              verdict holds for all of them. A verdict holds for the kind that was judged: when a claim
              changes so that it is another, it is undecided again.
            </li>
            <li>Withdrawn claims are not compared{withdrawn > 0 ? ` (${number(withdrawn)} here)` : ''}.</li>
          </ul>
        </div>
      </DisclosurePanel>
    </Disclosure>
  )
}

function percent(share: number): string {
  return `${number(share * 100)} %`
}
