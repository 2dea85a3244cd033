import { useState } from 'react'
import { useRedeemMessages } from '../messages/redeem-messages.js'
import { Button } from '../ui/button.js'
import { Factors } from './factors.js'
import { RedeemFrame } from './redeem-frame.js'
import type { LinkPageProps } from './link-page.js'

/**
 * Registers an authenticator by an enrolment link (features row 16), which the first one uses up; a
 * secret code may be chosen besides.
 */
export function Enrolment({ token, link, onChanged, onDone }: LinkPageProps) {
  const words = useRedeemMessages()
  const [codeChosen, setCodeChosen] = useState(false)
  const { userName, displayName, organization } = link.person
  return (
    <RedeemFrame
      title={words.enrol.title(displayName)}
      text={`${words.enrol.text(link.portal)} ${words.signedAs(userName, organization)}`}
    >
      <Factors
        token={token}
        link={link}
        onChanged={onChanged}
        onRegistered={(name) =>
          onDone(
            { deed: 'authenticator_registered', userName },
            { title: words.enrol.doneTitle(name), text: words.enrol.doneText },
          )
        }
        onCodeChosen={() => setCodeChosen(true)}
      />
      {codeChosen ? (
        <Button
          variant="primary"
          className="rk-redeem-wide"
          onClick={() =>
            onDone(
              { deed: 'secret_code_chosen', userName },
              { title: words.enrol.codeDoneTitle, text: words.enrol.codeDoneText },
            )
          }
        >
          {words.enrol.finish}
        </Button>
      ) : null}
    </RedeemFrame>
  )
}
