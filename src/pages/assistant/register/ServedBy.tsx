/** In whose name the purchase stands, and the way to bind an old card that the member brought along. */
import { Text, View } from '@tarojs/components'
import { memo, useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import type { VisitView } from '../../../contract/assistant'
import { REGISTER_TEXT as text } from '../../../text/zh-cn/assistant'
import { BIND_TEXT } from '../../../text/zh-cn/counter'
import BindSheet from '../BindSheet'
import type { BoundCard } from '../use-bind-card'

interface ServedByProps {
  readonly visit: VisitView
  /** While an outcome is open nothing about the member changes. */
  readonly locked: boolean
  readonly onBound: (bound: BoundCard) => void
}

export default memo(function ServedBy({ visit, locked, onBound }: ServedByProps): ReactNode {
  const [binding, setBinding] = useState(false)
  return (
    <>
      <View className="register__under">
        <View className="register__by">
          {text.byBefore} <Text className="register__assistant">{visit.assistantName}</Text> {text.byAfter}
        </View>
        <Button kind="text" disabled={locked} onTap={() => setBinding(true)}>
          {BIND_TEXT.open}
        </Button>
      </View>
      <View>
        <BindSheet open={binding} visit={visit.visit} onBound={onBound} onClose={() => setBinding(false)} />
      </View>
    </>
  )
})
