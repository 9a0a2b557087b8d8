/** What to say to the assistant when no scanner reads the code. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Sheet from '../../../components/Sheet'
import { words } from '../../../text/zh-cn'

interface TailSheetProps {
  readonly open: boolean
  readonly tail: string | null
  /** A code is on the screen behind the sheet. */
  readonly hasCode?: boolean
  readonly onClose: () => void
}

export default function TailSheet({ open, tail, hasCode = false, onClose }: TailSheetProps): ReactNode {
  return (
    <Sheet open={open} title={words.code.tailTitle} onClose={onClose}>
      <View className="tail">
        {tail && <View className="tail__digits num">{tail}</View>}
        <View className="tail__advice">{tail ? words.code.tailAdvice : words.code.tailUnknownAdvice}</View>
        {hasCode && <View className="tail__advice">{words.code.readDigits}</View>}
      </View>
    </Sheet>
  )
}
