/** A row of the own page: what it is, how it stands, and the way in. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Icon from '../../../components/Icon'
import { words } from '../../../text/member'

interface RowProps {
  readonly title: string
  readonly value?: string
  /** Cannot be undone: said by its colour as well as by its words. */
  readonly grave?: boolean
  readonly onTap?: () => void
}

export default function Row({ title, value, grave = false, onTap }: RowProps): ReactNode {
  return (
    <View
      className={onTap ? 'me-row pressable' : 'me-row'}
      hoverClass={onTap ? 'pressed' : 'none'}
      ariaRole={onTap ? 'button' : undefined}
      ariaLabel={value ? [title, value].join(words.shared.comma) : undefined}
      onClick={onTap}
    >
      <View className={grave ? 'me-row__title me-row__title--grave' : 'me-row__title'}>{title}</View>
      {value !== undefined && <View className="me-row__value num">{value}</View>}
      {onTap && (
        <View className="me-row__way">
          <Icon name="chevron-right" size={18} />
        </View>
      )}
    </View>
  )
}
