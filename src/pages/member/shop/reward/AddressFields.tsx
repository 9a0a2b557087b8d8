/** Where a reward is sent: asked for once, kept only with the exchange. */
import { Input, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { SHOP_TEXT } from '../../../../text/shop'

const text = SHOP_TEXT.sheet

export interface Address {
  readonly name: string
  readonly phone: string
  readonly text: string
}

export const NO_ADDRESS: Address = { name: '', phone: '', text: '' }
const LONGEST: Readonly<Record<keyof Address, number>> = { name: 24, phone: 11, text: 120 }
const SHORTEST_TEXT = 4

export const isWhole = ({ name, phone, text }: Address): boolean =>
  name.trim() !== '' && /^1\d{10}$/.test(phone) && text.trim().length >= SHORTEST_TEXT

interface AddressFieldsProps {
  readonly address: Address
  readonly onChange: (address: Address) => void
}

export default function AddressFields({ address, onChange }: AddressFieldsProps): ReactNode {
  const fields = [
    ['name', text.name],
    ['phone', text.phone],
    ['text', text.address],
  ] as const
  return (
    <View className="take__fields">
      {fields.map(([field, label]) => (
        <Input
          key={field}
          className="take__field"
          placeholderClass="take__placeholder"
          type={field === 'phone' ? 'number' : 'text'}
          value={address[field]}
          maxlength={LONGEST[field]}
          placeholder={label}
          ariaLabel={label}
          onInput={(event) => onChange({ ...address, [field]: event.detail.value })}
        />
      ))}
    </View>
  )
}
