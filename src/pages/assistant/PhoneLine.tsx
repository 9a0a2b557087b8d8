/** The last digits of a member's phone, and the way to all of them. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Button from '../../components/Button'
import Sheet from '../../components/Sheet'
import { PHONE_TEXT as text } from '../../text/zh-cn/clients'
import PhoneForm, { type PhoneOf } from './PhoneForm'
import './phone-line.scss'

export default function PhoneLine({ tail, of }: { readonly tail: string; readonly of: PhoneOf }): ReactNode {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <View className="phone-line">
        <View>{text.tail(tail)}</View>
        <Button kind="text" onTap={() => setAsking(true)}>
          {text.open}
        </Button>
      </View>
      <View>
        <Sheet open={asking} title={text.title} onClose={() => setAsking(false)}>
          <PhoneForm of={of} />
        </Sheet>
      </View>
    </>
  )
}
