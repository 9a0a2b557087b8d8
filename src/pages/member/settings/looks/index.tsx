/** Who opened the member's data: store, time and purpose, newest first, older ones on request. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { useQuery } from '../../../../client/use-query'
import Button from '../../../../components/Button'
import EmptyState from '../../../../components/EmptyState'
import type { LookView } from '../../../../contract/client-book'
import { SETTINGS_TEXT } from '../../../../text/settings'
import MePage from '../../me/MePage'
import '../../me/me.scss'
import { lookText } from './look-words'
import './looks.scss'

const text = SETTINGS_TEXT.look

function Look({ look, now }: { readonly look: LookView; readonly now: number }): ReactNode {
  return (
    <View className="look">
      <View className="look__store">{look.storeName}</View>
      <View className="look__when num">{lookText(look, now)}</View>
    </View>
  )
}

export default function LooksPage(): ReactNode {
  const [newer, setNewer] = useState<readonly LookView[]>([])
  const [before, setBefore] = useState<number | null>(null)
  const query = useQuery('member', 'lookers', before === null ? {} : { before })
  return (
    <MePage title={text.title} query={query} skeleton={[44, 320]}>
      {({ looks, next, serverNow }) => {
        const all = [...newer, ...looks]
        const goOn = (): void => {
          setNewer(all)
          setBefore(next)
        }
        return (
          <>
            <View className="me__lead">{text.lead}</View>
            {all.length === 0 ? (
              <EmptyState compact title={text.emptyTitle} advice={text.emptyAdvice} />
            ) : (
              <View className="me__panel">
                {all.map((look) => (
                  <Look key={look.id} look={look} now={serverNow} />
                ))}
              </View>
            )}
            {next !== null && (
              <Button wide kind="text" onTap={goOn}>
                {text.more}
              </Button>
            )}
          </>
        )
      }}
    </MePage>
  )
}
