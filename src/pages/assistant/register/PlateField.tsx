/** Where a number plate is keyed in: the province is picked, letters and digits are typed. */
import { Picker, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { PROVINCES, REDEEM_TEXT as text } from '../../../text/zh-cn/redeeming'
import TypedField from '../TypedField'
import type { TypedPlate } from './typed-plate'

interface PlateFieldProps {
  readonly typed: TypedPlate
  /** As it is read; null while it is none. */
  readonly plate: string | null
  readonly onType: (typed: TypedPlate) => void
}

const RANGE = Array.from(PROVINCES)
/** With a separator and a province that is typed too. */
const LONGEST = 10

export default function PlateField({ typed, plate, onType }: PlateFieldProps): ReactNode {
  return (
    <View className="plate">
      <Picker
        mode="selector"
        range={RANGE}
        value={RANGE.indexOf(typed.province)}
        onChange={({ detail }) =>
          onType({ ...typed, province: RANGE[Number(detail.value)] ?? typed.province })
        }
      >
        <View className="plate__province" ariaRole="button" ariaLabel={text.provinceLabel(typed.province)}>
          {typed.province}
        </View>
      </Picker>
      <TypedField
        className="plate__rest"
        label={text.plate}
        type="text"
        maxlength={LONGEST}
        value={typed.rest}
        hint={plate ?? text.plateHint}
        onType={(rest) => onType({ ...typed, rest: rest.normalize('NFKC').toUpperCase() })}
      />
    </View>
  )
}
