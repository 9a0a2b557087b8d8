/** Which store this is, who is on duty, and the one thing that the desk is for: scanning. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Button from '../../../components/Button'
import { DESK_TEXT as text } from '../../../text/zh-cn/assistant'
import { BIND_TEXT, RECEIPT_TEXT, SAID_TEXT } from '../../../text/zh-cn/counter'
import { OWN_TEXT } from '../../../text/zh-cn/clients'
import { PLACE_CODE_TEXT } from '../../../text/zh-cn/place-code'
import { openMembers, openPlaceCode } from '../routes'
import type { DeskWay } from './DeskSheets'
import './desk-head.scss'

interface DeskHeadProps {
  readonly storeName: string
  readonly assistantName: string
  readonly resolving: boolean
  readonly onScan: () => void
  readonly onWay: (way: DeskWay) => void
}

export default function DeskHead(props: DeskHeadProps): ReactNode {
  const { storeName, assistantName, resolving, onScan, onWay } = props
  return (
    <View className="desk-head">
      <View className="desk-head__store">{storeName}</View>
      <View className="desk-head__assistant">{text.servedBy(assistantName)}</View>
      <View className="desk-head__scan">
        <Button wide icon="scan-line" loading={resolving} onTap={onScan}>
          {resolving ? text.scanning : text.scan}
        </Button>
      </View>
      <View className="desk-head__ways">
        <Button kind="text" disabled={resolving} onTap={() => onWay('code')}>
          {text.typeCode}
        </Button>
        <Button kind="text" disabled={resolving} onTap={() => onWay('said')}>
          {SAID_TEXT.open}
        </Button>
        <Button kind="text" disabled={resolving} onTap={() => onWay('receipt')}>
          {RECEIPT_TEXT.open}
        </Button>
        <Button kind="text" disabled={resolving} onTap={openMembers}>
          {OWN_TEXT.open}
        </Button>
        <Button kind="text" disabled={resolving} onTap={() => onWay('bind')}>
          {BIND_TEXT.open}
        </Button>
        <Button kind="text" disabled={resolving} onTap={openPlaceCode}>
          {PLACE_CODE_TEXT.open}
        </Button>
      </View>
    </View>
  )
}
