/** Becoming a member: what it means, name and phone, then the new card. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useCommand } from '../../../client/use-command'
import type { TierView } from '../../../contract/views'
import { words } from '../../../text/member'
import JoinForm from './JoinForm'
import TierSteps from './TierSteps'
import Welcome from './Welcome'
import './index.scss'

interface JoinFlowProps {
  readonly mallName: string
  readonly tiers: readonly TierView[]
  readonly onFinished: () => void
}

export default function JoinFlow({ mallName, tiers, onFinished }: JoinFlowProps): ReactNode {
  const join = useCommand('member', 'join')
  if (join.state === 'done') return <Welcome joined={join.data} mallName={mallName} onFinished={onFinished} />
  return (
    <View className="join fade-in">
      <View className="join__title">{words.join.title(mallName)}</View>
      <View className="join__lead">{words.join.lead}</View>
      <JoinForm join={join} />
      <TierSteps tiers={tiers} />
    </View>
  )
}
