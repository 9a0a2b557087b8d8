/** What else brings the points onto the card when no scanner reads the code. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Sheet from '../../../components/Sheet'
import { words } from '../../../text/member'

interface OtherWaysProps {
  readonly open: boolean
  readonly tail: string | null
  /** An assistant can find the member by phone tail and birthday; null where that is not known. */
  readonly hasBirthday: boolean | null
  /** A code is on the screen behind the sheet. */
  readonly hasCode?: boolean
  readonly onClose: () => void
}

export default function OtherWays({
  open,
  tail,
  hasBirthday,
  hasCode = false,
  onClose,
}: OtherWaysProps): ReactNode {
  return (
    <Sheet open={open} title={words.code.otherWaysTitle} onClose={onClose}>
      <View className="tail">
        {hasCode && <View className="tail__advice">{words.code.readDigits}</View>}
        {hasBirthday !== null && (
          <View className="tail__advice">
            {hasBirthday ? words.code.sayBirthday : words.code.addBirthday}
          </View>
        )}
        <View className="tail__advice num">
          {tail ? words.code.sayPhone(tail) : words.code.sayPhoneUnknown}
        </View>
      </View>
    </Sheet>
  )
}
